package org.emotone.features.scaling;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.emotone.features.check.Bounds;

/**
 * Principal components (Pearson, 1901): the directions in which training data vary most, in falling
 * order. The sign of each is such that its largest weight is positive.
 *
 * @param mean of each coefficient
 * @param components the directions, each of unit length and as long as {@code mean}
 * @param shares of the whole variance that each explains, 0 to 1
 */
@JsonPropertyOrder({"mean", "components", "shares"})
public record PrincipalComponents(
    List<Double> mean, List<List<Double>> components, List<Double> shares) implements Scaler {

  /** Checks that all lengths fit. */
  @JsonCreator
  public PrincipalComponents(
      @JsonProperty("mean") List<Double> mean,
      @JsonProperty("components") List<List<Double>> components,
      @JsonProperty("shares") List<Double> shares) {
    this.mean = List.copyOf(mean);
    this.components = components.stream().map(List::copyOf).toList();
    this.shares = List.copyOf(shares);
    boolean fits = components.stream().allMatch(component -> component.size() == mean.size());
    if (components.isEmpty() || !fits || shares.size() != components.size()) {
      throw new IllegalArgumentException(
          "components must be one or more of "
              + mean.size()
              + " weights each, with a share each; are "
              + components.size()
              + " with "
              + shares.size()
              + " shares");
    }
  }

  /**
   * Fits as few components as explain a share of the variance.
   *
   * @param rows frames of training data, each of the same length, at most 1024; at least one row
   * @param share of the variance, 0.01 to 1; 0.95 is usual
   */
  public static PrincipalComponents fit(List<float[]> rows, double share) {
    Bounds.check("share", share, 0.01, 1);
    int columns = Rows.columns(rows);
    Bounds.check("the number of coefficients", columns, 1, 1024);
    double[] mean = new double[columns];
    for (float[] row : rows) {
      for (int c = 0; c < columns; c++) {
        mean[c] += row[c] / (double) rows.size();
      }
    }
    SymmetricEigen eigen = new SymmetricEigen(covariance(rows, mean));
    double total = 0;
    for (double value : eigen.values()) {
      total += Math.max(0, value);
    }
    List<List<Double>> components = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    double explained = 0;
    for (int i = 0; i < columns && (i == 0 || explained < share * total - 1e-12 * total); i++) {
      double value = Math.max(0, eigen.values()[i]);
      explained += value;
      components.add(list(eigen.vectors()[i]));
      shares.add(total > 0 ? value / total : 0.0);
    }
    return new PrincipalComponents(list(mean), components, shares);
  }

  private static double[][] covariance(List<float[]> rows, double[] mean) {
    int columns = mean.length;
    double[][] covariance = new double[columns][columns];
    double[] centred = new double[columns];
    for (float[] row : rows) {
      for (int c = 0; c < columns; c++) {
        centred[c] = row[c] - mean[c];
      }
      for (int a = 0; a < columns; a++) {
        for (int b = 0; b <= a; b++) {
          covariance[a][b] += centred[a] * centred[b] / rows.size();
        }
      }
    }
    for (int a = 0; a < columns; a++) {
      for (int b = 0; b < a; b++) {
        covariance[b][a] = covariance[a][b];
      }
    }
    return covariance;
  }

  private static List<Double> list(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(value);
    }
    return list;
  }

  @Override
  public int inputs() {
    return mean.size();
  }

  @Override
  public int outputs() {
    return components.size();
  }

  @Override
  public float[] apply(float[] values, int frames) {
    check(values, frames);
    int columns = inputs();
    float[] out = new float[frames * outputs()];
    for (int i = 0; i < outputs(); i++) {
      double[] weights = components.get(i).stream().mapToDouble(Double::doubleValue).toArray();
      for (int frame = 0; frame < frames; frame++) {
        double sum = 0;
        for (int c = 0; c < columns; c++) {
          sum += weights[c] * (values[frame * columns + c] - mean.get(c));
        }
        out[frame * outputs() + i] = (float) sum;
      }
    }
    return out;
  }
}
