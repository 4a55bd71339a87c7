package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.audio.Waveform;
import org.emotone.features.check.Bounds;
import org.emotone.features.kaldi.KaldiCepstra;
import org.emotone.features.kaldi.KaldiOptions;
import org.jspecify.annotations.Nullable;

/**
 * The cepstra of Kaldi's {@code compute-mfcc-feats --use-energy=false}.
 *
 * @param options parameters of the filter bank
 * @param coefficients how many, 1 to the number of bands; Kaldi: 13
 * @param lifter 0 (none) to 10 000; Kaldi: 22
 */
@JsonPropertyOrder({"options", "coefficients", "lifter"})
public record KaldiMfcc(KaldiOptions options, int coefficients, double lifter)
    implements KaldiExtractor {

  /** Checks the ranges. */
  public KaldiMfcc {
    Bounds.check("coefficients", coefficients, 1, options.bands());
    Bounds.check("lifter", lifter, 0, 10_000);
  }

  /** Kaldi's defaults for what is left out (null). */
  @JsonCreator
  public static KaldiMfcc of(
      @JsonProperty("options") @Nullable KaldiOptions options,
      @JsonProperty("coefficients") @Nullable Integer coefficients,
      @JsonProperty("lifter") @Nullable Double lifter) {
    return new KaldiMfcc(
        options == null ? KaldiOptions.KALDI : options,
        coefficients == null ? 13 : coefficients,
        lifter == null ? 22 : lifter);
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    return FeatureMatrix.of(KaldiCepstra.of(bands(waveform), coefficients, lifter));
  }
}
