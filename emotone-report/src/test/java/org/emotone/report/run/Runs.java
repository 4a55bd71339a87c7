package org.emotone.report.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.evaluation.Conditions;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.Traits;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.record.RecordedRun;
import org.emotone.training.run.Mistakes;
import org.emotone.training.run.Mistakes.Mistake;
import org.emotone.training.run.Predictions;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunStatus;
import org.jspecify.annotations.Nullable;

/** Runs as they would have been recorded, made up from a seed. */
final class Runs {

  static final List<String> CLASSES =
      List.of("neutral", "calm", "happy", "sad", "angry", "fear", "disgust", "surprise");

  private static final int CLIPS = 240;

  private Runs() {}

  static Recipe recipe(int epochs) {
    try {
      return RecipeFile.parse(
          "made-up.yaml",
          """
          name: made-up
          description: A recipe <b>for</b> tests & pages
          corpora: [ravdess]
          labels: emotions8
          split: {type: speakers, test: ['ravdess:05']}
          network:
            - {type: channels}
            - {type: statisticsPool}
            - {type: dense, units: 8}
          training: {epochs: %d}
          seed: 7
          """
              .formatted(epochs));
    } catch (RecipeException e) {
      throw new AssertionError(e);
    }
  }

  static List<EpochMetrics> history(int ended, int epochs) {
    List<EpochMetrics> history = new ArrayList<>();
    for (int i = 1; i <= ended; i++) {
      double decay = Math.exp(-i / 15.0);
      history.add(
          new EpochMetrics(
              i,
              epochs,
              0.6 + 1.5 * decay,
              1.1 + decay,
              0.62 - 0.5 * decay,
              0.6 - 0.45 * decay,
              0.002 * decay,
              12));
    }
    return history;
  }

  static List<Judgement> judgements(long seed) {
    Random random = new Random(seed);
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < CLIPS; i++) {
      int truth = i % CLASSES.size();
      double[] probabilities = new double[CLASSES.size()];
      double sum = 0;
      for (int c = 0; c < probabilities.length; c++) {
        probabilities[c] = Math.exp(1.4 * random.nextGaussian() + (c == truth ? 1.8 : 0));
        sum += probabilities[c];
      }
      for (int c = 0; c < probabilities.length; c++) {
        probabilities[c] /= sum;
      }
      judgements.add(
          new Judgement(
              "ravdess:clip-" + i,
              "ravdess:0" + (1 + i % 4),
              new Traits(
                  "ravdess", i % 4 < 2 ? "female" : "male", i % 3 == 0 ? "strong" : "normal"),
              truth,
              probabilities));
    }
    return judgements;
  }

  static RunStatus status(RunStatus.State state, @Nullable String reason) {
    return new RunStatus(
        state,
        reason,
        "2026-01-31T12:00:00Z",
        "2026-01-31T12:34:00Z",
        Long.MAX_VALUE,
        null,
        310_000,
        "speaker-independent split (speakers ravdess:05)",
        "speaker-independent, 0 speakers shared (20 in training, 4 in test)",
        0,
        null);
  }

  /** A finished run whose errors lie beside it as sounds. */
  static RecordedRun finished(Path root, long seed) throws IOException {
    RunFolder folder = new RunFolder(Files.createDirectories(root));
    List<Judgement> judgements = judgements(seed);
    Evaluation evaluation =
        Evaluation.of(
            CLASSES,
            judgements,
            new Conditions(
                "made-up",
                List.of("ravdess"),
                "speaker-independent split (speakers ravdess:05)",
                "speaker-independent, 0 speakers shared (20 in training, 4 in test)",
                0,
                Map.of("boredom", 3),
                1,
                7));
    Predictions.write(folder.predictions(), CLASSES, judgements);
    Mistakes.write(folder.errors(), mistakes(root, judgements));
    RunStatus before = status(RunStatus.State.FINISHED, null);
    RunStatus status =
        new RunStatus(
            before.state(),
            null,
            before.began(),
            before.changed(),
            before.process(),
            null,
            before.parameters(),
            before.split(),
            before.overlap(),
            27,
            1.3);
    return new RecordedRun(folder, recipe(30), status, null, history(30, 30), evaluation);
  }

  private static List<Mistake> mistakes(Path root, List<Judgement> judgements) throws IOException {
    Path sounds = Files.createDirectories(root.resolve("so unds & <b>"));
    List<Mistake> mistakes = new ArrayList<>();
    for (Judgement j : judgements) {
      if (j.predicted() != j.truth()) {
        Path file = sounds.resolve(j.clip().replace(':', '-') + ".wav");
        WavWriter.write(file, new Waveform(new float[8000], 16_000));
        mistakes.add(
            new Mistake(
                j.clip(),
                j.speaker(),
                CLASSES.get(j.truth()),
                CLASSES.get(j.predicted()),
                j.probabilities()[j.predicted()],
                j.probabilities()[j.truth()],
                file,
                mistakes.isEmpty() ? 0.1 : null,
                mistakes.isEmpty() ? 0.4 : null));
      }
    }
    mistakes.sort((a, b) -> Double.compare(b.confidence(), a.confidence()));
    return mistakes;
  }

  /** A run that was stopped after some of its epochs. */
  static RecordedRun stopped(Path root, int ended) throws IOException {
    RunFolder folder = new RunFolder(Files.createDirectories(root));
    RunStatus status = status(RunStatus.State.RUNNING, null);
    return new RecordedRun(folder, recipe(30), status, null, history(ended, 30), null);
  }
}
