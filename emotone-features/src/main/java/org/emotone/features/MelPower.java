package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.audio.Waveform;
import org.jspecify.annotations.Nullable;

/**
 * Power in mel bands as it is, without a logarithm: librosa 0.11's {@code melspectrogram}.
 *
 * @param mel the bands; what concerns decibels in it is not used
 */
public record MelPower(LogMel mel) implements MelExtractor {

  /** {@link LogMel#SPEECH} for bands that are left out (null). */
  @JsonCreator
  public static MelPower of(@JsonProperty("mel") @Nullable LogMel mel) {
    return new MelPower(mel == null ? LogMel.SPEECH : mel);
  }

  @Override
  public int coefficients() {
    return mel.bands();
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    return FeatureMatrix.of(MelPlan.of(mel, waveform.sampleRate()).power(waveform.samples()));
  }
}
