package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.features.spectral.Spectrogram;
import org.emotone.features.spectral.Stft;

/** What of a spectrum is measured; published feature sets differ. */
public enum Quantity {
  /** Squared magnitudes. */
  @JsonProperty("power")
  POWER,
  /** Magnitudes. */
  @JsonProperty("amplitude")
  AMPLITUDE;

  /** The spectrogram of a clip. */
  Spectrogram of(Stft stft, float[] samples) {
    return this == POWER ? stft.power(samples) : stft.amplitude(samples);
  }
}
