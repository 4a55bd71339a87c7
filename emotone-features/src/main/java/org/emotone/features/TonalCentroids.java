package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.audio.Waveform;
import org.emotone.features.spectral.ComplexSpectrogram;
import org.emotone.features.spectral.Hpss;
import org.emotone.features.spectral.Stft;
import org.emotone.features.spectral.Tonnetz;
import org.jspecify.annotations.Nullable;

/**
 * Tonal centroids, the six coordinates of librosa 0.11's {@code tonnetz}.
 *
 * @param chroma the pitch classes they are computed from
 * @param harmonic whether percussive sound is taken out first, as {@code
 *     tonnetz(y=effects.harmonic(y))} does
 */
@JsonPropertyOrder({"chroma", "harmonic"})
public record TonalCentroids(ConstantQChroma chroma, boolean harmonic) implements Extractor {

  /** Fills in librosa's defaults for what is left out (null): all sound. */
  @JsonCreator
  public static TonalCentroids of(
      @JsonProperty("chroma") @Nullable ConstantQChroma chroma,
      @JsonProperty("harmonic") @Nullable Boolean harmonic) {
    return new TonalCentroids(
        chroma == null ? ConstantQChroma.of(null, null, null, null, null, null, null) : chroma,
        harmonic != null && harmonic);
  }

  @Override
  public int coefficients() {
    return Tonnetz.DIMENSIONS;
  }

  @Override
  public double hopSeconds(int sampleRate) {
    return chroma.hopSeconds(sampleRate);
  }

  @Override
  public long frames(int samples, int sampleRate) {
    return chroma.frames(samples, sampleRate);
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    Waveform heard = waveform;
    if (harmonic) {
      float[] samples = waveform.samples();
      ComplexSpectrogram lasting = Hpss.LIBROSA.harmonic(Stft.LIBROSA.transform(samples));
      heard = new Waveform(Stft.LIBROSA.inverse(lasting, samples.length), waveform.sampleRate());
    }
    return FeatureMatrix.of(Tonnetz.of(chroma.chroma(heard)));
  }

  @Override
  public void checkRate(int sampleRate) {
    chroma.checkRate(sampleRate);
  }
}
