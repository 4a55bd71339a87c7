package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.audio.Waveform;
import org.emotone.features.check.Bounds;
import org.emotone.features.spectral.Dct;
import org.emotone.features.spectral.Spectrogram;
import org.jspecify.annotations.Nullable;

/**
 * Mel-frequency cepstral coefficients with the conventions of librosa 0.11's {@code mfcc}: the
 * first coefficients of the orthonormal DCT-II of mel bands in dB, coefficient 0 included.
 *
 * @param mel the bands; librosa's have a {@code rangeDb} of 80
 * @param coefficients how many are kept, 1 to the number of bands
 * @param lifter L of the liftering {@code 1 + L/2 · sin(π (n + 1) / L)}, 0 (none) to 10 000
 */
@JsonPropertyOrder({"mel", "coefficients", "lifter"})
public record Mfcc(LogMel mel, int coefficients, double lifter) implements MelExtractor {

  /** Checks the ranges. */
  public Mfcc {
    Bounds.check("coefficients", coefficients, 1, mel.bands());
    Bounds.check("lifter", lifter, 0, 10_000);
  }

  /** Fills in what is left out (null): {@link LogMel#SPEECH}, 20 coefficients, no lifter. */
  @JsonCreator
  public static Mfcc of(
      @JsonProperty("mel") @Nullable LogMel mel,
      @JsonProperty("coefficients") @Nullable Integer coefficients,
      @JsonProperty("lifter") @Nullable Double lifter) {
    return new Mfcc(
        mel == null ? LogMel.SPEECH : mel,
        coefficients == null ? 20 : coefficients,
        lifter == null ? 0 : lifter);
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    Spectrogram bands = MelPlan.of(mel, waveform.sampleRate()).power(waveform.samples());
    mel.decibels().replace(bands.values());
    return FeatureMatrix.of(Dct.of(mel.bands(), coefficients, lifter).apply(bands));
  }
}
