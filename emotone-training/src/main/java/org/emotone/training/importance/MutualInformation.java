package org.emotone.training.importance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.emotone.training.classical.Samples;

/**
 * How much a feature by itself tells of the class: the mutual information of the class and of the
 * tenth of the clips, by the feature's value, that a clip is in (Shannon, 1948). It is counted, so
 * it is rather too high for all features alike, and does not see that two features say the same.
 */
final class MutualInformation {

  private static final int BINS = 10;

  private MutualInformation() {}

  /** The columns, those that tell most first; of equals the first. */
  static int[] ranked(Samples samples) {
    double[] bits =
        IntStream.range(0, samples.coefficients())
            .parallel()
            .mapToDouble(
                column -> bits(column(samples, column), samples.labels(), samples.classes()))
            .toArray();
    return IntStream.range(0, bits.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer column) -> -bits[column]))
        .mapToInt(column -> column)
        .toArray();
  }

  private static double[] column(Samples samples, int column) {
    return samples.clips().stream().mapToDouble(clip -> clip.get(0, column)).toArray();
  }

  /**
   * In bits.
   *
   * @param values of the feature; equal ones are in the same bin
   * @param labels class of each
   */
  static double bits(double[] values, int[] labels, int classes) {
    int[] bins = bins(values);
    double[][] joint = new double[BINS][classes];
    for (int i = 0; i < bins.length; i++) {
      joint[bins[i]][labels[i]] += 1.0 / bins.length;
    }
    double[] ofClass = new double[classes];
    for (double[] row : joint) {
      for (int c = 0; c < classes; c++) {
        ofClass[c] += row[c];
      }
    }
    double sum = 0;
    for (double[] row : joint) {
      double ofBin = Arrays.stream(row).sum();
      for (int c = 0; c < classes; c++) {
        sum += row[c] > 0 ? row[c] * Math.log(row[c] / (ofBin * ofClass[c])) : 0;
      }
    }
    return sum / Math.log(2);
  }

  private static int[] bins(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] edges =
        IntStream.range(1, BINS).mapToDouble(bin -> sorted[bin * sorted.length / BINS]).toArray();
    return Arrays.stream(values)
        .mapToInt(value -> (int) Arrays.stream(edges).filter(edge -> value >= edge).count())
        .toArray();
  }
}
