package org.emotone.training.classical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Naive Bayes: a Gaussian for each class and coefficient, which count as independent.
 *
 * @param smoothing added to every variance, as a share of the largest variance of a coefficient, 0
 *     to 1; 1e-9 when left out, as scikit-learn has it
 */
public record NaiveBayes(double smoothing) implements Classifier {

  /** Fills in what is left out (null) and checks the range. */
  @JsonCreator
  public static NaiveBayes of(@JsonProperty("smoothing") @Nullable Double smoothing) {
    return new NaiveBayes(Parameters.real("smoothing", smoothing, 1e-9, 0, 1));
  }

  @Override
  public List<Candidate> candidates(Samples samples, long seed) {
    return List.of(new Candidate("naiveBayes", () -> fit(samples)));
  }

  private ClassicalModel fit(Samples samples) {
    float[][] rows = samples.rows();
    double[][] means = Moments.means(rows, samples);
    double[][] variances = new double[means.length][rows[0].length];
    int[] counts = samples.counts();
    for (int i = 0; i < rows.length; i++) {
      int k = samples.labels()[i];
      for (int c = 0; c < rows[i].length; c++) {
        double difference = rows[i][c] - means[k][c];
        variances[k][c] += difference * difference / counts[k];
      }
    }
    double extra = Math.max(1e-12, smoothing * largest(rows));
    for (int k = 0; k < variances.length; k++) {
      double floor = counts[k] == 0 ? 1 : extra;
      variances[k] = Arrays.stream(variances[k]).map(variance -> variance + floor).toArray();
    }
    return new GaussianModel(means, variances, prior(samples));
  }

  /**
   * Of a class without clips no likelihood is known, and its broad Gaussian must not win: its share
   * counts as nothing.
   */
  private static double[] prior(Samples samples) {
    return Arrays.stream(Moments.logShares(samples))
        .map(share -> share == ClassicalModel.NEVER ? -1e6 : share)
        .toArray();
  }

  private static double largest(float[][] rows) {
    double largest = 0;
    for (int c = 0; c < rows[0].length; c++) {
      double sum = 0;
      double squares = 0;
      for (float[] row : rows) {
        sum += row[c];
        squares += (double) row[c] * row[c];
      }
      double mean = sum / rows.length;
      largest = Math.max(largest, squares / rows.length - mean * mean);
    }
    return largest;
  }
}
