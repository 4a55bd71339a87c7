package org.emotone.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.emotone.features.StrictJson;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.ConfusionMatrix;
import org.emotone.training.evaluation.Judgement;

/**
 * What one training of an ablation came to, on its validation clips.
 *
 * @param variant that was trained
 * @param seed that it was trained with
 * @param bestEpoch that was kept, from 1
 * @param labels the classes
 * @param answers clip by clip
 */
record AblationTrial(
    String variant, long seed, int bestEpoch, List<String> labels, List<Answer> answers) {

  /**
   * One clip.
   *
   * @param clip its name
   * @param speaker its speaker
   * @param truth index of the right class
   * @param predicted index of the class that was answered
   */
  record Answer(String clip, String speaker, int truth, int predicted) {}

  /** The answers, each as sure as can be. */
  List<Judgement> judgements() {
    return answers.stream().map(this::judgement).toList();
  }

  private Judgement judgement(Answer answer) {
    double[] certain = new double[labels.size()];
    certain[answer.predicted()] = 1;
    return new Judgement(answer.clip(), answer.speaker(), answer.truth(), certain);
  }

  double uar() {
    return ConfusionMatrix.of(labels, judgements()).unweightedAverageRecall();
  }

  void write(Path file) throws IOException {
    RunFolder.write(file, StrictJson.write(this) + "\n");
  }

  static AblationTrial read(Path file) throws IOException {
    try {
      return StrictJson.read(file.toString(), Files.readString(file), AblationTrial.class);
    } catch (IllegalArgumentException e) {
      throw new TrainingException(
          e.getMessage() + "; delete this file to train that variant again", e);
    }
  }
}
