package org.emotone.features.functional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotone.features.FeatureMatrix;

/**
 * A vector of fixed length for a clip of any length: some {@link Functional}s of each coefficient
 * of a {@link FeatureMatrix}.
 *
 * @param functionals what is said of each coefficient, in this order, at least one
 */
public record Functionals(List<Functional> functionals) {

  /** All that there are. */
  public static final Functionals ALL = new Functionals(List.of(Functional.values()));

  /** Mean and standard deviation. */
  public static final Functionals MEAN_AND_DEVIATION =
      new Functionals(List.of(Functional.MEAN, Functional.DEVIATION));

  /** Copies the list. */
  public Functionals {
    functionals = List.copyOf(functionals);
    if (functionals.isEmpty()) {
      throw new IllegalArgumentException("functionals must name at least one");
    }
  }

  /** Number of values for so many coefficients. */
  public int size(int coefficients) {
    return functionals.size() * coefficients;
  }

  /**
   * Names of the values: coefficient after coefficient, such as {@code mfcc1_mean}.
   *
   * @param coefficients the name of each coefficient
   */
  public List<String> names(List<String> coefficients) {
    List<String> names = new ArrayList<>(size(coefficients.size()));
    for (String coefficient : coefficients) {
      functionals.forEach(functional -> names.add(coefficient + "_" + functional.id()));
    }
    return names;
  }

  /**
   * The vector of a clip: coefficient after coefficient.
   *
   * @param features {@code [frames][coefficients]}, all finite; without frames all values are 0
   * @param hopSeconds time from one frame to the next in seconds, above 0
   * @return {@code [1][coefficients × functionals]}
   * @throws IllegalArgumentException if a value is not finite
   */
  public FeatureMatrix of(FeatureMatrix features, double hopSeconds) {
    float[] vector = new float[size(features.coefficients())];
    for (int c = 0; c < features.coefficients(); c++) {
      int column = c;
      double[] values = new double[features.frames()];
      Arrays.setAll(values, frame -> features.get(frame, column));
      Contour contour = new Contour(values, hopSeconds);
      for (int f = 0; f < functionals.size(); f++) {
        vector[c * functionals.size() + f] = (float) functionals.get(f).of(contour);
      }
    }
    return new FeatureMatrix(vector, 1, vector.length);
  }
}
