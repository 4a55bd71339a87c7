package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.audio.Waveform;
import org.emotone.features.check.Bounds;
import org.emotone.features.spectral.SpectralPolynomial;
import org.emotone.features.spectral.Stft;
import org.jspecify.annotations.Nullable;

/**
 * The polynomial over frequency that fits magnitudes best, highest power first: librosa 0.11's
 * {@code poly_features}.
 *
 * @param stft the transform
 * @param order its degree, 0 to 8
 */
@JsonPropertyOrder({"stft", "order"})
public record Polynomial(Stft stft, int order) implements StftExtractor {

  /** Checks the range. */
  public Polynomial {
    Bounds.check("order", order, 0, 8);
  }

  /** Fills in what is left out (null): librosa's transform, order 1. */
  @JsonCreator
  public static Polynomial of(
      @JsonProperty("stft") @Nullable Stft stft, @JsonProperty("order") @Nullable Integer order) {
    return new Polynomial(stft == null ? Stft.LIBROSA : stft, order == null ? 1 : order);
  }

  @Override
  public int coefficients() {
    return order + 1;
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    double hzPerBin = (double) waveform.sampleRate() / stft.fftSize();
    SpectralPolynomial fit = new SpectralPolynomial(stft.bins(), hzPerBin, order);
    return FeatureMatrix.of(fit.apply(stft.amplitude(waveform.samples())));
  }
}
