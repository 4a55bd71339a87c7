package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.audio.Waveform;
import org.emotone.features.kaldi.KaldiOptions;
import org.jspecify.annotations.Nullable;

/**
 * The log mel filter bank of Kaldi's {@code compute-fbank-feats}.
 *
 * @param options Kaldi's parameters
 */
public record KaldiBands(KaldiOptions options) implements KaldiExtractor {

  /** Kaldi's defaults for parameters that are left out (null). */
  @JsonCreator
  public static KaldiBands of(@JsonProperty("options") @Nullable KaldiOptions options) {
    return new KaldiBands(options == null ? KaldiOptions.KALDI : options);
  }

  @Override
  public int coefficients() {
    return options.bands();
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    return FeatureMatrix.of(bands(waveform));
  }
}
