package org.emotone.training.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What it costs to answer more: the share of wrong answers among those whose confidence is at least
 * some value, over the share of clips that are answered then (El-Yaniv and Wiener, 2010; Geifman
 * and El-Yaniv, 2017).
 *
 * @param area under the curve (AURC): the mean risk over all coverages, 0 … 1; less is better
 * @param coverageAt5 largest share of clips that can be answered with at most 5 % wrong, 0 if none
 * @param coverageAt10 the same for 10 %
 * @param coverageAt20 the same for 20 %
 * @param curve points from few answers to all, at most {@value #MOST_POINTS} of them
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RiskCoverage(
    double area, double coverageAt5, double coverageAt10, double coverageAt20, List<Point> curve) {

  static final int MOST_POINTS = 200;

  /** Copies the list. */
  public RiskCoverage {
    curve = List.copyOf(curve);
  }

  /**
   * A place on the curve.
   *
   * @param confidence least confidence of an answer
   * @param coverage share of clips that are answered, 0 … 1
   * @param risk share of these answers that are wrong, 0 … 1
   */
  public record Point(double confidence, double coverage, double risk) {}

  /** Measures judgements; answers of one confidence are given together. */
  public static RiskCoverage of(List<Judgement> judgements) {
    List<Point> all = points(judgements);
    double area = 0;
    double before = 0;
    for (Point point : all) {
      area += (point.coverage() - before) * point.risk();
      before = point.coverage();
    }
    return new RiskCoverage(
        area, coverage(all, 0.05), coverage(all, 0.1), coverage(all, 0.2), thinned(all));
  }

  /**
   * The least confidence from which on a share of the answers is right.
   *
   * @param accuracy the share, 0 … 1
   * @return empty if even the most confident answers are wrong more often
   */
  public static OptionalDouble threshold(List<Judgement> judgements, double accuracy) {
    return points(judgements).stream()
        .filter(point -> point.risk() <= 1 - accuracy + 1e-12)
        .mapToDouble(Point::confidence)
        .min();
  }

  private static double coverage(List<Point> points, double risk) {
    return points.stream()
        .filter(point -> point.risk() <= risk)
        .mapToDouble(Point::coverage)
        .max()
        .orElse(0);
  }

  private static List<Point> points(List<Judgement> judgements) {
    List<Judgement> falling =
        judgements.stream()
            .sorted(Comparator.comparingDouble(RiskCoverage::confidence).reversed())
            .toList();
    List<Point> points = new ArrayList<>();
    int wrong = 0;
    for (int i = 0; i < falling.size(); i++) {
      Judgement judgement = falling.get(i);
      wrong += judgement.predicted() == judgement.truth() ? 0 : 1;
      double own = confidence(judgement);
      if (i + 1 == falling.size() || confidence(falling.get(i + 1)) != own) {
        double answered = i + 1.0;
        points.add(new Point(own, answered / falling.size(), wrong / answered));
      }
    }
    return points;
  }

  private static double confidence(Judgement judgement) {
    return judgement.probabilities()[judgement.predicted()];
  }

  private static List<Point> thinned(List<Point> points) {
    List<Point> thinned = new ArrayList<>();
    int size = points.size();
    int kept = Math.min(MOST_POINTS, size);
    for (int i = 1; i <= kept; i++) {
      thinned.add(points.get((int) ((long) i * size / kept) - 1));
    }
    return thinned;
  }
}
