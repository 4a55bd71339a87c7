package org.emotone.training.robustness;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.IntStream;
import org.emotone.training.evaluation.ConfusionMatrix;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.ProbabilityScores;
import org.emotone.training.evaluation.SpeakerBootstrap;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a model under one condition.
 *
 * @param id of the condition, such as {@code babble-10}
 * @param kind what sort of condition it is
 * @param series which conditions of a kind belong together, such as {@code babble}
 * @param level strength, in the unit of the series: dB, seconds, a share
 * @param words what was done to the clips
 * @param uar unweighted average recall, 0 … 1
 * @param uarInterval its interval over speakers, null for one speaker alone
 * @param change of the UAR against the same clips as recorded, −1 … 1
 * @param changeInterval its interval over speakers, the same ones drawn for both; null for one
 *     alone
 * @param accuracy share of clips recognised, 0 … 1
 * @param unchanged share of clips whose answer is the same as of the clip as recorded, 0 … 1
 * @param uncertain share of clips whose answer was given as uncertain, 0 … 1
 * @param certainAccuracy share of the certain answers that is right; null if none was certain
 * @param calibrationError expected calibration error, 0 … 1
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ConditionScore(
    String id,
    Kind kind,
    String series,
    double level,
    String words,
    double uar,
    @Nullable Interval uarInterval,
    double change,
    @Nullable Interval changeInterval,
    double accuracy,
    double unchanged,
    double uncertain,
    @Nullable Double certainAccuracy,
    double calibrationError) {

  /**
   * Measures a condition.
   *
   * @param clean the answers to the clips as recorded
   * @param answers to the same clips, in the same order, under the condition
   */
  static ConditionScore of(
      Disturbance condition, List<String> labels, List<Answer> clean, List<Answer> answers) {
    List<Judgement> before = judgements(clean);
    List<Judgement> after = judgements(answers);
    ConfusionMatrix confusion = ConfusionMatrix.of(labels, after);
    double uar = confusion.unweightedAverageRecall();
    List<Answer> certain = answers.stream().filter(Answer::certain).toList();
    return new ConditionScore(
        condition.id(),
        condition.kind(),
        condition.series(),
        condition.level(),
        condition.words(),
        uar,
        SpeakerBootstrap.STANDARD.interval(labels, after),
        uar - ConfusionMatrix.of(labels, before).unweightedAverageRecall(),
        SpeakerBootstrap.STANDARD.difference(labels, before, after),
        confusion.accuracy(),
        unchanged(before, after),
        1 - (double) certain.size() / answers.size(),
        certain.isEmpty()
            ? null
            : (double) certain.stream().filter(Answer::right).count() / certain.size(),
        ProbabilityScores.calibrationError(after));
  }

  static List<Judgement> judgements(List<Answer> answers) {
    return answers.stream().map(Answer::judgement).toList();
  }

  private static double unchanged(List<Judgement> before, List<Judgement> after) {
    return IntStream.range(0, after.size())
            .filter(i -> after.get(i).predicted() == before.get(i).predicted())
            .count()
        / (double) after.size();
  }
}
