package org.emotone.training.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotone.training.evaluation.ClassScore;
import org.emotone.training.evaluation.ConfusionMatrix;
import org.emotone.training.evaluation.Judgement;

/**
 * The acceptance thresholds of ser-tests (Derington, Wierstorf, Özkil, Eyben, Burkhardt and
 * Schuller, Testing Correctness, Fairness, and Robustness of Speech Emotion Recognition Models,
 * 2025, arXiv 2312.06270), as far as clips of the corpora at hand can be held against them.
 *
 * <p>Not the same as there: babble is of test clips of other speakers and music is synthetic (there
 * from MUSAN); the telephone is G.711 in its band (there AMR after a compressor); sexes are not
 * balanced by drawing.
 */
final class Acceptance {

  private static final String PAPER = "ser-tests (arXiv 2312.06270), ";

  private final List<String> labels;
  private final List<Judgement> clean;
  private final List<ConditionScore> conditions;
  private final List<Check> checks = new ArrayList<>();

  private Acceptance(List<String> labels, List<Judgement> clean, List<ConditionScore> conditions) {
    this.labels = labels;
    this.clean = clean;
    this.conditions = conditions;
  }

  /**
   * All checks that can be made.
   *
   * @param clean answers to the clips as recorded
   */
  static List<Check> checks(
      List<String> labels, List<Judgement> clean, List<ConditionScore> conditions) {
    Acceptance acceptance = new Acceptance(labels, clean, conditions);
    acceptance.correctness();
    acceptance.fairness();
    acceptance.robustness();
    return List.copyOf(acceptance.checks);
  }

  private void correctness() {
    String source = PAPER + "correctness classification";
    ConfusionMatrix confusion = ConfusionMatrix.of(labels, clean);
    List<ClassScore> scores = occurring(confusion);
    atLeast("UAR", "", confusion.unweightedAverageRecall(), 0.5, source);
    scores.forEach(s -> atLeast("recall of each class", s.label(), s.recall(), 0.5, source));
    scores.forEach(s -> atLeast("precision of each class", s.label(), s.precision(), 0.5, source));
    for (ClassScore score : scores) {
      int index = labels.indexOf(score.label());
      double share = Math.abs(confusion.answers(index) - score.support()) / (double) clean.size();
      atMost(
          "share of each class, off by",
          score.label(),
          share,
          0.15,
          PAPER + "correctness distribution");
    }
  }

  /** Each sex against all: a class that one of them lacks is left out. */
  private void fairness() {
    Map<String, List<Judgement>> sexes = new TreeMap<>();
    for (Judgement judgement : clean) {
      String sex = judgement.traits().sex();
      if (sex != null) {
        sexes.computeIfAbsent(sex, key -> new ArrayList<>()).add(judgement);
      }
    }
    if (sexes.size() < 2) {
      return;
    }
    String source = PAPER + "fairness sex";
    ConfusionMatrix all = ConfusionMatrix.of(labels, clean);
    sexes.forEach(
        (sex, own) -> {
          ConfusionMatrix part = ConfusionMatrix.of(labels, own);
          double uar = part.unweightedAverageRecall() - all.unweightedAverageRecall();
          atMost("UAR of each sex, off by", sex, Math.abs(uar), 0.075, source);
          for (ClassScore score : occurring(part)) {
            ClassScore whole = all.score(labels.indexOf(score.label()));
            String of = sex + " " + score.label();
            double recall = Math.abs(score.recall() - whole.recall());
            double precision = Math.abs(score.precision() - whole.precision());
            atMost("recall of each sex, off by", of, recall, 0.175, source);
            atMost("precision of each sex, off by", of, precision, 0.075, source);
          }
        });
  }

  private void robustness() {
    for (ConditionScore condition : conditions) {
      switch (condition.kind()) {
        case NOISE -> noise(condition);
        case SMALL ->
            atLeast(
                "small changes, unchanged answers",
                condition.series(),
                condition.unchanged(),
                0.95,
                PAPER + "robustness small changes");
        case CALL -> phone(condition);
        default -> {
          // No threshold was published for the others.
        }
      }
    }
  }

  private void noise(ConditionScore condition) {
    boolean asThere = condition.level() == 20 && !condition.series().equals("pink");
    if (asThere) {
      String source = PAPER + "robustness background noise";
      atLeast(
          "noise at 20 dB, change of UAR", condition.series(), condition.change(), -0.05, source);
      atLeast(
          "noise at 20 dB, unchanged answers",
          condition.series(),
          condition.unchanged(),
          0.9,
          source);
    }
  }

  private void phone(ConditionScore condition) {
    if (condition.id().startsWith("phone")) {
      String source = PAPER + "robustness low quality phone";
      atLeast("telephone, change of UAR", condition.words(), condition.change(), -0.05, source);
      atLeast(
          "telephone, unchanged answers", condition.words(), condition.unchanged(), 0.5, source);
    }
  }

  private static List<ClassScore> occurring(ConfusionMatrix confusion) {
    return confusion.scores().stream().filter(score -> score.support() > 0).toList();
  }

  private void atLeast(String test, String of, double value, double threshold, String source) {
    checks.add(new Check(test, of, value, threshold, true, source));
  }

  private void atMost(String test, String of, double value, double threshold, String source) {
    checks.add(new Check(test, of, value, threshold, false, source));
  }
}
