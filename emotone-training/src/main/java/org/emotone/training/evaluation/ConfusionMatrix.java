package org.emotone.training.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts of answers, {@code counts[truth][answer]}.
 *
 * @param labels the classes in order
 * @param counts one row for each true class; shared, not copied, and not to be changed by a
 *     receiver
 */
public record ConfusionMatrix(List<String> labels, int[][] counts) {

  /** Checks that the matrix is square and fits the labels. */
  public ConfusionMatrix {
    labels = List.copyOf(labels);
    int size = labels.size();
    if (counts.length != size || Arrays.stream(counts).anyMatch(row -> row.length != size)) {
      throw new IllegalArgumentException("counts do not fit " + size + " classes");
    }
  }

  /** Counts judgements. */
  public static ConfusionMatrix of(List<String> labels, List<Judgement> judgements) {
    int[][] counts = new int[labels.size()][labels.size()];
    for (Judgement judgement : judgements) {
      counts[judgement.truth()][judgement.predicted()]++;
    }
    return new ConfusionMatrix(labels, counts);
  }

  /** Number of clips. */
  public int total() {
    return IntStream.range(0, labels.size()).map(this::support).sum();
  }

  /** Number of clips of a true class. */
  public int support(int truth) {
    return Arrays.stream(counts[truth]).sum();
  }

  /** Number of answers naming a class. */
  public int answers(int answer) {
    return Arrays.stream(counts).mapToInt(row -> row[answer]).sum();
  }

  /**
   * Unweighted average recall: the mean of the recalls of the classes that occur (scikit-learn's
   * {@code balanced_accuracy_score}).
   */
  public double unweightedAverageRecall() {
    return occurring().mapToDouble(i -> ratio(counts[i][i], support(i))).average().orElse(0);
  }

  /** Share of clips recognised, also called weighted accuracy. */
  public double accuracy() {
    int right = IntStream.range(0, labels.size()).map(i -> counts[i][i]).sum();
    return ratio(right, total());
  }

  /**
   * Mean F1 of the classes that occur or were answered (scikit-learn's {@code f1_score} with {@code
   * average="macro"}).
   */
  public double macroF1() {
    return IntStream.range(0, labels.size())
        .filter(i -> support(i) + answers(i) > 0)
        .mapToDouble(i -> score(i).f1())
        .average()
        .orElse(0);
  }

  /** The figures of one class. */
  public ClassScore score(int index) {
    int hits = counts[index][index];
    int support = support(index);
    int answers = answers(index);
    return new ClassScore(
        labels.get(index),
        ratio(hits, answers),
        ratio(hits, support),
        ratio(2 * hits, support + answers),
        support);
  }

  /** The figures of each class, in order. */
  public List<ClassScore> scores() {
    return IntStream.range(0, labels.size()).mapToObj(this::score).toList();
  }

  private IntStream occurring() {
    return IntStream.range(0, labels.size()).filter(i -> support(i) > 0);
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionMatrix that
        && labels.equals(that.labels)
        && Arrays.deepEquals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * labels.hashCode() + Arrays.deepHashCode(counts);
  }
}
