package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.audio.Waveform;
import org.emotone.features.check.Bounds;
import org.emotone.features.spectral.ChromaFilterBank;
import org.emotone.features.spectral.FrameNorm;
import org.emotone.features.spectral.Spectrogram;
import org.emotone.features.spectral.Stft;
import org.emotone.features.spectral.Tuning;
import org.jspecify.annotations.Nullable;

/**
 * Energy in pitch classes, C first, from a short-time Fourier transform: librosa 0.11's {@code
 * chroma_stft}.
 *
 * @param stft the transform
 * @param quantity what is folded; librosa's default is power, but code that passes it {@code
 *     S=abs(stft)} folds amplitude
 * @param classes number of pitch classes, a multiple of 12 up to 120
 * @param norm how each frame is scaled
 * @param tuning deviation from A = 440 Hz in classes, −0.5 to 0.5; null estimates it from the clip,
 *     as librosa does, which a stream cannot
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"stft", "quantity", "classes", "norm", "tuning"})
public record Chroma(
    Stft stft, Quantity quantity, int classes, FrameNorm norm, @Nullable Double tuning)
    implements StftExtractor {

  /** Checks the ranges. */
  public Chroma {
    Bounds.check("classes", classes, 12, 120);
    if (classes % 12 != 0) {
      throw new IllegalArgumentException("classes must be a multiple of 12, was " + classes);
    }
    if (tuning != null) {
      Bounds.check("tuning", tuning, -0.5, 0.5);
    }
  }

  /** Fills in librosa's defaults for what is left out (null). */
  @JsonCreator
  public static Chroma of(
      @JsonProperty("stft") @Nullable Stft stft,
      @JsonProperty("quantity") @Nullable Quantity quantity,
      @JsonProperty("classes") @Nullable Integer classes,
      @JsonProperty("norm") @Nullable FrameNorm norm,
      @JsonProperty("tuning") @Nullable Double tuning) {
    return new Chroma(
        stft == null ? Stft.LIBROSA : stft,
        quantity == null ? Quantity.POWER : quantity,
        classes == null ? 12 : classes,
        norm == null ? FrameNorm.MAXIMUM : norm,
        tuning);
  }

  @Override
  public int coefficients() {
    return classes;
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    int rate = waveform.sampleRate();
    Spectrogram spectrum = quantity.of(stft, waveform.samples());
    double shift = tuning == null ? Tuning.estimate(spectrum, rate, classes) : tuning;
    ChromaFilterBank bank = new ChromaFilterBank(rate, stft.fftSize(), shift, classes);
    return FeatureMatrix.of(norm.apply(bank.apply(spectrum)));
  }
}
