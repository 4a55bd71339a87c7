package org.emotone.features.scaling;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** By what a coefficient is scaled; the conventions are scikit-learn's. */
public enum ScalerKind {
  /** Mean and standard deviation (divided by the number of rows). */
  @JsonProperty("standard")
  STANDARD {
    @Override
    double[] fit(double[] column) {
      double mean = Arrays.stream(column).average().orElse(0);
      double squares = 0;
      for (double value : column) {
        squares += (value - mean) * (value - mean);
      }
      return new double[] {mean, Math.sqrt(squares / column.length)};
    }
  },
  /** Smallest value and range: training data then lie in 0 to 1. */
  @JsonProperty("minMax")
  MIN_MAX {
    @Override
    double[] fit(double[] column) {
      double least = Arrays.stream(column).min().orElse(0);
      return new double[] {least, Arrays.stream(column).max().orElse(0) - least};
    }
  },
  /** Median and interquartile range (linearly interpolated), which outliers do not move. */
  @JsonProperty("robust")
  ROBUST {
    @Override
    double[] fit(double[] column) {
      double[] sorted = column.clone();
      Arrays.sort(sorted);
      return new double[] {quantile(sorted, 0.5), quantile(sorted, 0.75) - quantile(sorted, 0.25)};
    }
  };

  /** Centre and spread of a column. */
  abstract double[] fit(double[] column);

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
