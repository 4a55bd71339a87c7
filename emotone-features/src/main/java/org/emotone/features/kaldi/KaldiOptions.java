package org.emotone.features.kaldi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.features.check.Bounds;
import org.emotone.features.spectral.Window;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of Kaldi's {@code compute-fbank-feats}; dither, which is random, is 0.
 *
 * @param frameSeconds length of a frame, 0.002 to 0.5 s; Kaldi: 0.025
 * @param hopSeconds time from one frame to the next, 0.0005 to 0.5 s; Kaldi: 0.01
 * @param bands number of mel bands, 4 to 256; Kaldi: 23
 * @param minHz lower edge of the first band; Kaldi: 20
 * @param maxHz upper edge of the last band; 0 or less is relative to half the sample rate
 * @param preEmphasis 0 to 1; Kaldi: 0.97
 * @param window the window; Kaldi: {@link Window#POVEY}
 * @param edges what happens at both ends
 */
@JsonPropertyOrder({
  "frameSeconds",
  "hopSeconds",
  "bands",
  "minHz",
  "maxHz",
  "preEmphasis",
  "window",
  "edges"
})
public record KaldiOptions(
    double frameSeconds,
    double hopSeconds,
    int bands,
    double minHz,
    double maxHz,
    double preEmphasis,
    Window window,
    SnipEdges edges) {

  /** Kaldi's defaults. */
  public static final KaldiOptions KALDI = of(null, null, null, null, null, null, null, null);

  /** Checks everything that does not depend on the sample rate. */
  public KaldiOptions {
    Bounds.check("frameSeconds", frameSeconds, 0.002, 0.5);
    Bounds.check("hopSeconds", hopSeconds, 0.0005, 0.5);
    Bounds.check("bands", bands, 4, 256);
    Bounds.check("minHz", minHz, 0, 100_000);
    Bounds.check("maxHz", maxHz, -100_000, 200_000);
    Bounds.check("preEmphasis", preEmphasis, 0, 1);
  }

  /** Fills in Kaldi's defaults for what is left out (null). */
  @JsonCreator
  public static KaldiOptions of(
      @JsonProperty("frameSeconds") @Nullable Double frameSeconds,
      @JsonProperty("hopSeconds") @Nullable Double hopSeconds,
      @JsonProperty("bands") @Nullable Integer bands,
      @JsonProperty("minHz") @Nullable Double minHz,
      @JsonProperty("maxHz") @Nullable Double maxHz,
      @JsonProperty("preEmphasis") @Nullable Double preEmphasis,
      @JsonProperty("window") @Nullable Window window,
      @JsonProperty("edges") @Nullable SnipEdges edges) {
    return new KaldiOptions(
        frameSeconds == null ? 0.025 : frameSeconds,
        hopSeconds == null ? 0.010 : hopSeconds,
        bands == null ? 23 : bands,
        minHz == null ? 20 : minHz,
        maxHz == null ? 0 : maxHz,
        preEmphasis == null ? 0.97 : preEmphasis,
        window == null ? Window.POVEY : window,
        edges == null ? SnipEdges.SNIP : edges);
  }

  /** Length of a frame in samples. */
  public int frame(int sampleRate) {
    return (int) (sampleRate * frameSeconds);
  }

  /** Time from frame to frame in samples. */
  public int hop(int sampleRate) {
    return (int) (sampleRate * hopSeconds);
  }

  /** Upper edge of the last band in Hz. */
  public double topHz(int sampleRate) {
    return maxHz > 0 ? maxHz : sampleRate / 2.0 + maxHz;
  }

  /** Number of frames of a clip of so many samples; 0 for one that is too short to have any. */
  public long frames(int samples, int sampleRate) {
    int frame = frame(sampleRate);
    int hop = hop(sampleRate);
    if (edges == SnipEdges.MIRROR) {
      return ((long) samples + hop / 2) / hop;
    }
    return samples < frame ? 0 : 1 + (samples - frame) / hop;
  }

  /**
   * Checks that the parameters make sense at a sample rate.
   *
   * @throws IllegalArgumentException naming the parameter and what is allowed
   */
  public void checkRate(int sampleRate) {
    if (frame(sampleRate) < 2 || frame(sampleRate) > 65_536 || hop(sampleRate) < 1) {
      throw new IllegalArgumentException(
          "frameSeconds and hopSeconds must be 2 to 65536 samples and at least 1 sample of "
              + sampleRate
              + " Hz, were "
              + frameSeconds
              + " s and "
              + hopSeconds
              + " s");
    }
    double top = topHz(sampleRate);
    if (top > sampleRate / 2.0 || top <= minHz) {
      throw new IllegalArgumentException(
          "maxHz must be above minHz ("
              + minHz
              + " Hz) and at most half the sample rate ("
              + sampleRate / 2.0
              + " Hz), was "
              + top
              + " Hz");
    }
  }
}
