package org.emotone.features.spectral;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.features.check.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * A window by which the samples of a frame are weighted.
 *
 * @param shape its form
 * @param symmetry whether both ends are alike
 * @param parameter β of {@link WindowShape#KAISER}, relative deviation of {@link
 *     WindowShape#GAUSS}; null for shapes that have none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"shape", "symmetry", "parameter"})
public record Window(WindowShape shape, WindowSymmetry symmetry, @Nullable Double parameter) {

  /** The periodic Hann window, librosa's default. */
  public static final Window HANN = new Window(WindowShape.HANN, WindowSymmetry.PERIODIC, null);

  /** The periodic Hamming window, {@code scipy.signal.get_window("hamming", n)}. */
  public static final Window HAMMING =
      new Window(WindowShape.HAMMING, WindowSymmetry.PERIODIC, null);

  /** Kaldi's default window. */
  public static final Window POVEY = new Window(WindowShape.POVEY, WindowSymmetry.SYMMETRIC, null);

  /** Checks that there is a parameter if, and only if, the shape needs one. */
  public Window {
    double largest = shape.largestParameter();
    if (parameter != null && largest == 0) {
      throw new IllegalArgumentException(
          "parameter must be left out: a window of the shape " + shape + " has none");
    }
    if (largest > 0) {
      if (parameter == null) {
        throw new IllegalArgumentException(
            "parameter is missing: a window of the shape " + shape + " needs one");
      }
      Bounds.check("parameter", parameter, shape == WindowShape.GAUSS ? 0.01 : 0, largest);
    }
  }

  /** Fills in what is left out (null): a Hann window, periodic, β = 8.6, deviation 0.4. */
  @JsonCreator
  public static Window of(
      @JsonProperty("shape") @Nullable WindowShape shape,
      @JsonProperty("symmetry") @Nullable WindowSymmetry symmetry,
      @JsonProperty("parameter") @Nullable Double parameter) {
    WindowShape form = shape == null ? WindowShape.HANN : shape;
    Double value = parameter;
    if (value == null && form.largestParameter() > 0) {
      value = form == WindowShape.GAUSS ? 0.4 : 8.6;
    }
    return new Window(form, symmetry == null ? WindowSymmetry.PERIODIC : symmetry, value);
  }

  /**
   * The weights of the samples of a frame; a new array.
   *
   * @param length number of samples, at least 1
   */
  public double[] values(int length) {
    if (length < 1) {
      throw new IllegalArgumentException("length must be at least 1 sample, was " + length);
    }
    double[] values = new double[length];
    int period = symmetry == WindowSymmetry.PERIODIC ? length : length - 1;
    for (int i = 0; i < length; i++) {
      values[i] = length == 1 ? 1 : shape.at((double) i / period, value());
    }
    return values;
  }

  private double value() {
    return parameter == null ? 0 : parameter;
  }
}
