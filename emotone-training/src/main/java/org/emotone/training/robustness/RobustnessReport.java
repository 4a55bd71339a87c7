package org.emotone.training.robustness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.emotone.training.evaluation.Conditions;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.GroupScore;
import org.emotone.training.evaluation.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * How a model does under many conditions.
 *
 * @param conditions how the figures were obtained
 * @param clips how many clips were heard under each condition
 * @param speakers number of their speakers
 * @param scores of each condition; the first are the clips as recorded
 * @param bySex figures of each sex on the clips as recorded; fewer than two where it is not known
 * @param bySpeaker figures of each speaker on the clips as recorded, the weakest first
 * @param shortestUsable shortest of the lengths, in seconds, from which on cutting a clip short
 *     costs at most {@link #USABLE} of UAR; null if no length is usable, or none was tried
 * @param strangers what becomes of sounds that nobody should be sure about; empty if none were
 *     heard
 * @param checks figures held against published thresholds
 */
public record RobustnessReport(
    Conditions conditions,
    int clips,
    int speakers,
    List<ConditionScore> scores,
    List<GroupScore> bySex,
    List<GroupScore> bySpeaker,
    @Nullable Double shortestUsable,
    List<StrangeScore> strangers,
    List<Check> checks) {

  /** How much UAR a usable length may cost: what ser-tests allows noise and telephones. */
  public static final double USABLE = 0.05;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Copies the lists. */
  public RobustnessReport {
    scores = List.copyOf(scores);
    bySex = List.copyOf(bySex);
    bySpeaker = List.copyOf(bySpeaker);
    strangers = List.copyOf(strangers);
    checks = List.copyOf(checks);
  }

  /** Puts a report together. */
  static RobustnessReport of(
      Conditions conditions,
      List<String> labels,
      List<Judgement> clean,
      List<ConditionScore> scores,
      List<StrangeScore> strangers) {
    Evaluation evaluation = Evaluation.of(labels, clean, conditions);
    OptionalDouble shortest = shortestUsable(scores);
    return new RobustnessReport(
        conditions,
        evaluation.clips(),
        evaluation.speakers(),
        scores,
        evaluation.groups().getOrDefault("sex", List.of()),
        evaluation.groups().getOrDefault("speaker", List.of()).stream()
            .sorted(Comparator.comparingDouble(GroupScore::uar))
            .toList(),
        shortest.isPresent() ? shortest.getAsDouble() : null,
        strangers,
        Acceptance.checks(labels, clean, scores));
  }

  private static OptionalDouble shortestUsable(List<ConditionScore> scores) {
    List<ConditionScore> falling =
        scores.stream()
            .filter(score -> score.kind() == Kind.LENGTH)
            .sorted(Comparator.comparingDouble(ConditionScore::level).reversed())
            .toList();
    return falling.stream()
        .takeWhile(score -> score.change() >= -USABLE)
        .mapToDouble(ConditionScore::level)
        .min();
  }

  /** The figures of the clips as recorded. */
  public ConditionScore clean() {
    return scores.get(0);
  }

  /** How many checks are met. */
  public int passed() {
    return (int) checks.stream().filter(Check::passed).count();
  }

  /** How far the UAR of the sexes is apart, null where fewer than two are known. */
  public @Nullable Double sexGap() {
    if (bySex.size() < 2) {
      return null;
    }
    double best = bySex.stream().mapToDouble(GroupScore::uar).max().orElseThrow();
    double worst = bySex.stream().mapToDouble(GroupScore::uar).min().orElseThrow();
    return best - worst;
  }

  /** As indented JSON. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As tables to be read, ending with a line break. */
  public String toText() {
    return RobustnessText.of(this);
  }
}
