package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.audio.Waveform;
import org.emotone.features.spectral.Pcen;
import org.emotone.features.spectral.Spectrogram;
import org.jspecify.annotations.Nullable;

/**
 * Mel bands under per-channel energy normalisation, see {@link Pcen}.
 *
 * @param mel the bands; what concerns decibels in it is not used
 * @param pcen the normalisation
 */
@JsonPropertyOrder({"mel", "pcen"})
public record PcenBands(LogMel mel, Pcen pcen) implements MelExtractor {

  /** Fills in what is left out (null): {@link LogMel#SPEECH} and librosa's parameters. */
  @JsonCreator
  public static PcenBands of(
      @JsonProperty("mel") @Nullable LogMel mel, @JsonProperty("pcen") @Nullable Pcen pcen) {
    return new PcenBands(mel == null ? LogMel.SPEECH : mel, pcen == null ? Pcen.LIBROSA : pcen);
  }

  @Override
  public int coefficients() {
    return mel.bands();
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    int rate = waveform.sampleRate();
    Spectrogram power = MelPlan.of(mel, rate).power(waveform.samples());
    return FeatureMatrix.of(pcen.apply(power, mel.hopSeconds(rate)));
  }
}
