package org.emotone.training.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well the probability of one class tells its clips from all others, at every threshold. The
 * figures are scikit-learn's {@code roc_auc_score} and {@code average_precision_score} of one class
 * against the rest.
 *
 * @param label the class
 * @param auc area under the ROC curve, 0.5 is chance; null where all clips or none are of the class
 * @param averagePrecision mean precision over recall; null likewise
 * @param roc false positives (x) against true positives (y) as shares, from (0, 0) to (1, 1),
 *     points on a straight line left out; empty likewise
 * @param precisionRecall recall (x) against precision (y), from (0, 1) on; empty likewise
 */
public record ClassCurves(
    String label,
    @Nullable Double auc,
    @Nullable Double averagePrecision,
    List<Point> roc,
    List<Point> precisionRecall) {

  /** A point of a curve; both ends of both axes are 0 and 1. */
  public record Point(double x, double y) {}

  /** Copies the lists. */
  public ClassCurves {
    roc = List.copyOf(roc);
    precisionRecall = List.copyOf(precisionRecall);
  }

  /** The curves of each class, in order. */
  static List<ClassCurves> all(List<String> labels, List<Judgement> judgements) {
    List<ClassCurves> curves = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      curves.add(of(labels.get(i), i, judgements));
    }
    return curves;
  }

  private static ClassCurves of(String label, int index, List<Judgement> judgements) {
    List<int[]> counts = counts(index, judgements);
    int[] all = counts.get(counts.size() - 1);
    if (all[0] == 0 || all[1] == 0) {
      return new ClassCurves(label, null, null, List.of(), List.of());
    }
    double area = 0;
    double precision = 0;
    List<Point> precisionRecall = new ArrayList<>(List.of(new Point(0, 1)));
    for (int i = 1; i < counts.size(); i++) {
      int[] now = counts.get(i);
      int[] before = counts.get(i - 1);
      area += (double) (now[1] - before[1]) * (now[0] + before[0]) / 2;
      double own = (double) now[0] / (now[0] + now[1]);
      precision += (double) (now[0] - before[0]) * own;
      precisionRecall.add(new Point((double) now[0] / all[0], own));
    }
    return new ClassCurves(
        label, area / all[0] / all[1], precision / all[0], roc(counts, all), precisionRecall);
  }

  /** True and false positives at each threshold, from above all probabilities down. */
  private static List<int[]> counts(int index, List<Judgement> judgements) {
    List<Judgement> falling = new ArrayList<>(judgements);
    falling.sort(Comparator.comparingDouble((Judgement j) -> -j.probabilities()[index]));
    List<int[]> counts = new ArrayList<>(List.of(new int[2]));
    int[] now = new int[2];
    for (int i = 0; i < falling.size(); i++) {
      now[falling.get(i).truth() == index ? 0 : 1]++;
      boolean last =
          i + 1 == falling.size()
              || falling.get(i + 1).probabilities()[index] != falling.get(i).probabilities()[index];
      if (last) {
        counts.add(now.clone());
      }
    }
    return counts;
  }

  private static List<Point> roc(List<int[]> counts, int[] all) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      int[] now = counts.get(i);
      if (i == 0 || i + 1 == counts.size() || bends(counts.get(i - 1), now, counts.get(i + 1))) {
        points.add(new Point((double) now[1] / all[1], (double) now[0] / all[0]));
      }
    }
    return points;
  }

  private static boolean bends(int[] before, int[] now, int[] after) {
    return after[0] - now[0] != now[0] - before[0] || after[1] - now[1] != now[1] - before[1];
  }
}
