package org.emotone.features.spectral;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;
import org.emotone.features.check.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * Per-channel energy normalisation (Wang et al., 2017), an automatic gain for each band in the
 * place of a logarithm, with the conventions of librosa 0.11's {@code pcen}: {@code (E / (ε +
 * M)^gain + bias)^power − bias^power} with M the smoothed E.
 *
 * <p>The smoothing starts as if the band had been at an amplitude of 1 for ever, as librosa's does,
 * so a stream has it too.
 *
 * @param gain strength of the gain, 0 to 1
 * @param bias offset before the root, 0.001 to 100
 * @param power exponent of the root, 0.001 to 1
 * @param timeConstant of the smoothing in seconds, 0.001 to 60
 * @param epsilon least energy, 10⁻¹² to 1
 */
@JsonPropertyOrder({"gain", "bias", "power", "timeConstant", "epsilon"})
public record Pcen(double gain, double bias, double power, double timeConstant, double epsilon) {

  /** librosa's default. */
  public static final Pcen LIBROSA = of(null, null, null, null, null);

  /** Checks the ranges. */
  public Pcen {
    Bounds.check("gain", gain, 0, 1);
    Bounds.check("bias", bias, 0.001, 100);
    Bounds.check("power", power, 0.001, 1);
    Bounds.check("timeConstant", timeConstant, 0.001, 60);
    Bounds.check("epsilon", epsilon, 1e-12, 1);
  }

  /** Fills in what is left out (null): gain 0.98, bias 2, power 0.5, 0.4 s, ε 10⁻⁶. */
  @JsonCreator
  public static Pcen of(
      @JsonProperty("gain") @Nullable Double gain,
      @JsonProperty("bias") @Nullable Double bias,
      @JsonProperty("power") @Nullable Double power,
      @JsonProperty("timeConstant") @Nullable Double timeConstant,
      @JsonProperty("epsilon") @Nullable Double epsilon) {
    return new Pcen(
        gain == null ? 0.98 : gain,
        bias == null ? 2 : bias,
        power == null ? 0.5 : power,
        timeConstant == null ? 0.4 : timeConstant,
        epsilon == null ? 1e-6 : epsilon);
  }

  /**
   * The normalised bands.
   *
   * @param energy {@code [frames][bands]}, not negative
   * @param hopSeconds time from one frame to the next
   */
  public Spectrogram apply(Spectrogram energy, double hopSeconds) {
    double frames = timeConstant / hopSeconds;
    double weight = (Math.sqrt(1 + 4 * frames * frames) - 1) / (2 * frames * frames);
    int bands = energy.bins();
    double[] out = new double[energy.values().length];
    double[] smooth = new double[bands];
    Arrays.fill(smooth, 1);
    double root = Math.pow(bias, power);
    for (int i = 0; i < out.length; i++) {
      int band = i % bands;
      double value = energy.values()[i];
      smooth[band] += weight * (value - smooth[band]);
      double level = Math.exp(-gain * (Math.log(epsilon) + Math.log1p(smooth[band] / epsilon)));
      out[i] = root * Math.expm1(power * Math.log1p(value * level / bias));
    }
    return new Spectrogram(out, energy.frames(), bands);
  }
}
