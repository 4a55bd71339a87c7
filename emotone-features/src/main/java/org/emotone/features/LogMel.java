package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.audio.Waveform;
import org.emotone.features.check.Bounds;
import org.emotone.features.spectral.Decibels;
import org.emotone.features.spectral.MelNorm;
import org.emotone.features.spectral.MelScale;
import org.emotone.features.spectral.Padding;
import org.emotone.features.spectral.Reference;
import org.emotone.features.spectral.Spectrogram;
import org.emotone.features.spectral.Stft;
import org.emotone.features.spectral.Window;
import org.jspecify.annotations.Nullable;

/**
 * Power in mel bands over time, in dB: the conventions of librosa 0.11's {@code melspectrogram}
 * followed by {@code power_to_db}.
 *
 * <p>A frame is weighted by a window, centred in the transform; the squared magnitude of the
 * spectrum is gathered by a {@link MelFilterBank}; a power p becomes {@code 10 log₁₀(max(p,
 * 10^(floorDb / 10)))}.
 *
 * @param frameSeconds length of the window in seconds, 0.001 to 1
 * @param hopSeconds time from one frame to the next in seconds, 0.0005 to 1
 * @param bands number of mel bands, 1 to 512
 * @param minHz lower edge of the first band in Hz
 * @param maxHz upper edge of the last band in Hz, at most half the sample rate
 * @param scale the mel scale
 * @param norm scaling of the mel filters
 * @param floorDb quietest value in dB relative to a power of 1, −300 to 0
 * @param padding what surrounds the clip
 * @param fftSize length of the transform in samples, a power of two up to 8192; null is the next
 *     power of two that holds the window
 * @param reference what 0 dB means
 * @param rangeDb how far below the clip's loudest value the quietest may lie, in dB; null is no
 *     such limit
 * @param window the window; null is {@link Window#HANN}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "frameSeconds",
  "hopSeconds",
  "bands",
  "minHz",
  "maxHz",
  "scale",
  "norm",
  "floorDb",
  "padding",
  "fftSize",
  "reference",
  "rangeDb",
  "window"
})
public record LogMel(
    double frameSeconds,
    double hopSeconds,
    int bands,
    double minHz,
    double maxHz,
    MelScale scale,
    MelNorm norm,
    double floorDb,
    Padding padding,
    @Nullable Integer fftSize,
    Reference reference,
    @Nullable Double rangeDb,
    @Nullable Window window)
    implements Extractor {

  /** For speech at 16 kHz: 64 Slaney bands up to 8 kHz, 25 ms every 10 ms, floor at −100 dB. */
  public static final LogMel SPEECH =
      of(null, null, null, null, null, null, null, null, null, null, null, null, null);

  /** Checks everything that does not depend on the sample rate. */
  public LogMel {
    Bounds.check("frameSeconds", frameSeconds, 0.001, 1);
    Bounds.check("hopSeconds", hopSeconds, 0.0005, 1);
    Bounds.check("bands", bands, 1, 512);
    Bounds.check("minHz", minHz, 0, 100_000);
    Bounds.check("maxHz", maxHz, 1, 200_000);
    if (minHz >= maxHz) {
      throw new IllegalArgumentException(
          "minHz must be below maxHz (" + maxHz + " Hz), was " + minHz + " Hz");
    }
    Bounds.check("floorDb", floorDb, -300, 0);
    if (fftSize != null && (fftSize < 16 || fftSize > 8192 || Integer.bitCount(fftSize) != 1)) {
      throw new IllegalArgumentException(
          "fftSize must be a power of two from 16 to 8192, was " + fftSize);
    }
    if (rangeDb != null) {
      Bounds.check("rangeDb", rangeDb, 1, 300);
    }
  }

  /** Fills in the values of {@link #SPEECH} for what is left out (null). */
  @JsonCreator
  public static LogMel of(
      @JsonProperty("frameSeconds") @Nullable Double frameSeconds,
      @JsonProperty("hopSeconds") @Nullable Double hopSeconds,
      @JsonProperty("bands") @Nullable Integer bands,
      @JsonProperty("minHz") @Nullable Double minHz,
      @JsonProperty("maxHz") @Nullable Double maxHz,
      @JsonProperty("scale") @Nullable MelScale scale,
      @JsonProperty("norm") @Nullable MelNorm norm,
      @JsonProperty("floorDb") @Nullable Double floorDb,
      @JsonProperty("padding") @Nullable Padding padding,
      @JsonProperty("fftSize") @Nullable Integer fftSize,
      @JsonProperty("reference") @Nullable Reference reference,
      @JsonProperty("rangeDb") @Nullable Double rangeDb,
      @JsonProperty("window") @Nullable Window window) {
    return new LogMel(
        frameSeconds == null ? 0.025 : frameSeconds,
        hopSeconds == null ? 0.010 : hopSeconds,
        bands == null ? 64 : bands,
        minHz == null ? 0 : minHz,
        maxHz == null ? 8000 : maxHz,
        scale == null ? MelScale.SLANEY : scale,
        norm == null ? MelNorm.AREA : norm,
        floorDb == null ? -100 : floorDb,
        padding == null ? Padding.ZERO : padding,
        fftSize,
        reference == null ? Reference.FIXED : reference,
        rangeDb,
        window);
  }

  @Override
  public int coefficients() {
    return bands;
  }

  @Override
  public long frames(int samples, int sampleRate) {
    return stft(sampleRate).frames(samples);
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    MelPlan plan = MelPlan.of(this, waveform.sampleRate());
    Spectrogram bands = plan.power(waveform.samples());
    decibels().replace(bands.values());
    return FeatureMatrix.of(bands);
  }

  @Override
  public void checkRate(int sampleRate) {
    if (maxHz > sampleRate / 2.0) {
      throw new IllegalArgumentException(
          "maxHz must be at most half the sample rate ("
              + sampleRate / 2.0
              + " Hz), was "
              + maxHz
              + " Hz");
    }
    if (window(sampleRate) < 2 || hop(sampleRate) < 1) {
      throw new IllegalArgumentException(
          "frameSeconds and hopSeconds must be at least 2 samples and 1 sample of "
              + sampleRate
              + " Hz, were "
              + frameSeconds
              + " s and "
              + hopSeconds
              + " s");
    }
    int fft = fftSize(sampleRate);
    if (fft < window(sampleRate) || fft > 8192) {
      throw new IllegalArgumentException(
          "frameSeconds must fit a transform of at most "
              + (fftSize == null ? 8192 : fftSize)
              + " samples, was "
              + window(sampleRate)
              + " samples at "
              + sampleRate
              + " Hz");
    }
  }

  @Override
  public double hopSeconds(int sampleRate) {
    return (double) hop(sampleRate) / sampleRate;
  }

  /** How power becomes decibels. */
  public Decibels decibels() {
    return new Decibels(reference, floorDb, rangeDb);
  }

  /** The transform at a sample rate that {@link #checkRate} accepts. */
  public Stft stft(int sampleRate) {
    return new Stft(
        fftSize(sampleRate),
        window(sampleRate),
        hop(sampleRate),
        window == null ? Window.HANN : window,
        padding);
  }

  /** Length of the window in samples. */
  int window(int sampleRate) {
    return (int) Math.round(frameSeconds * sampleRate);
  }

  /** Time from frame to frame in samples. */
  int hop(int sampleRate) {
    return (int) Math.round(hopSeconds * sampleRate);
  }

  /** Length of the transform in samples. */
  int fftSize(int sampleRate) {
    if (fftSize != null) {
      return fftSize;
    }
    return Integer.highestOneBit(Math.max(16, window(sampleRate)) * 2 - 1);
  }
}
