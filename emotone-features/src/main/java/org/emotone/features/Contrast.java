package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.audio.Waveform;
import org.emotone.features.spectral.SpectralContrast;
import org.emotone.features.spectral.Spectrogram;
import org.emotone.features.spectral.Stft;
import org.jspecify.annotations.Nullable;

/**
 * Spectral contrast in octave bands, in dB: librosa 0.11's {@code spectral_contrast}.
 *
 * @param stft the transform
 * @param bands the bands
 */
@JsonPropertyOrder({"stft", "bands"})
public record Contrast(Stft stft, SpectralContrast bands) implements StftExtractor {

  /** Fills in librosa's defaults for what is left out (null). */
  @JsonCreator
  public static Contrast of(
      @JsonProperty("stft") @Nullable Stft stft,
      @JsonProperty("bands") @Nullable SpectralContrast bands) {
    return new Contrast(
        stft == null ? Stft.LIBROSA : stft, bands == null ? SpectralContrast.LIBROSA : bands);
  }

  @Override
  public int coefficients() {
    return bands.octaves() + 1;
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    Spectrogram amplitude = stft.amplitude(waveform.samples());
    return FeatureMatrix.of(bands.apply(amplitude, waveform.sampleRate()));
  }

  @Override
  public void checkRate(int sampleRate) {
    if (bands.topHz() >= sampleRate / 2.0) {
      throw new IllegalArgumentException(
          "bands.octaves must leave the top band ("
              + bands.topHz()
              + " Hz) below half the sample rate ("
              + sampleRate / 2.0
              + " Hz), was "
              + bands.octaves());
    }
  }
}
