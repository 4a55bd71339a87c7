package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.audio.Waveform;
import org.emotone.features.check.Bounds;
import org.emotone.features.spectral.ConstantQ;
import org.emotone.features.spectral.FrameNorm;
import org.emotone.features.spectral.Spectrogram;
import org.emotone.features.spectral.Stft;
import org.emotone.features.spectral.Tuning;
import org.jspecify.annotations.Nullable;

/**
 * Energy in pitch classes, C first, from a constant-Q transform: librosa 0.11's {@code chroma_cqt}.
 *
 * @param hop samples from one frame to the next, a multiple of {@code 2^(octaves − 1)}
 * @param minHz frequency of the lowest bin, 10 to 20 000 Hz; librosa's default is C1
 * @param octaves number of octaves, 1 to 10
 * @param binsPerOctave 12 to 96, a multiple of {@code classes}
 * @param classes number of pitch classes, a multiple of 12
 * @param norm how each frame is scaled
 * @param tuning deviation in bins, −0.5 to 0.5; null estimates it from the clip
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"hop", "minHz", "octaves", "binsPerOctave", "classes", "norm", "tuning"})
public record ConstantQChroma(
    int hop,
    double minHz,
    int octaves,
    int binsPerOctave,
    int classes,
    FrameNorm norm,
    @Nullable Double tuning)
    implements Extractor {

  /** Checks what does not depend on the sample rate. */
  public ConstantQChroma {
    new ConstantQ(384_000, hop, minHz, octaves, binsPerOctave);
    Bounds.check("classes", classes, 12, binsPerOctave);
    if (binsPerOctave % classes != 0 || classes % 12 != 0) {
      throw new IllegalArgumentException(
          "classes must be a multiple of 12 that divides binsPerOctave ("
              + binsPerOctave
              + "), was "
              + classes);
    }
    if (tuning != null) {
      Bounds.check("tuning", tuning, -0.5, 0.5);
    }
  }

  /** Fills in librosa's defaults for what is left out (null). */
  @JsonCreator
  public static ConstantQChroma of(
      @JsonProperty("hop") @Nullable Integer hop,
      @JsonProperty("minHz") @Nullable Double minHz,
      @JsonProperty("octaves") @Nullable Integer octaves,
      @JsonProperty("binsPerOctave") @Nullable Integer binsPerOctave,
      @JsonProperty("classes") @Nullable Integer classes,
      @JsonProperty("norm") @Nullable FrameNorm norm,
      @JsonProperty("tuning") @Nullable Double tuning) {
    return new ConstantQChroma(
        hop == null ? 512 : hop,
        minHz == null ? ConstantQ.C1 : minHz,
        octaves == null ? 7 : octaves,
        binsPerOctave == null ? 36 : binsPerOctave,
        classes == null ? 12 : classes,
        norm == null ? FrameNorm.MAXIMUM : norm,
        tuning);
  }

  @Override
  public int coefficients() {
    return classes;
  }

  @Override
  public double hopSeconds(int sampleRate) {
    return (double) hop / sampleRate;
  }

  @Override
  public long frames(int samples, int sampleRate) {
    return transform(sampleRate).frames(samples);
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    return FeatureMatrix.of(chroma(waveform));
  }

  /** The pitch classes in double precision. */
  Spectrogram chroma(Waveform waveform) {
    int rate = waveform.sampleRate();
    float[] samples = waveform.samples();
    ConstantQ transform = transform(rate);
    double shift =
        tuning == null
            ? Tuning.estimate(Stft.LIBROSA.amplitude(samples), rate, binsPerOctave)
            : tuning;
    return norm.apply(transform.chroma(transform.amplitude(samples, shift), classes));
  }

  private ConstantQ transform(int sampleRate) {
    return new ConstantQ(sampleRate, hop, minHz, octaves, binsPerOctave);
  }

  @Override
  public void checkRate(int sampleRate) {
    transform(sampleRate);
  }
}
