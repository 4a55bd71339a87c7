package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.features.check.Bounds;
import org.emotone.features.spectral.Padding;
import org.jspecify.annotations.Nullable;

/**
 * The share of samples of a frame at which the sign changes: librosa 0.11's {@code
 * zero_crossing_rate}.
 *
 * @param frameLength samples of a frame, 2 to 65 536
 * @param hop samples from one frame to the next, 1 to 65 536
 * @param padding what surrounds the clip
 */
@JsonPropertyOrder({"frameLength", "hop", "padding"})
public record ZeroCrossings(int frameLength, int hop, Padding padding) implements LevelExtractor {

  /** Checks the ranges. */
  public ZeroCrossings {
    Bounds.check("frameLength", frameLength, 2, 65_536);
    Bounds.check("hop", hop, 1, 65_536);
  }

  /**
   * Fills in librosa's defaults for what is left out (null): 2048, a quarter of it, the edge
   * samples.
   */
  @JsonCreator
  public static ZeroCrossings of(
      @JsonProperty("frameLength") @Nullable Integer frameLength,
      @JsonProperty("hop") @Nullable Integer hop,
      @JsonProperty("padding") @Nullable Padding padding) {
    int length = frameLength == null ? 2048 : frameLength;
    return new ZeroCrossings(
        length,
        hop == null ? Math.max(1, length / 4) : hop,
        padding == null ? Padding.EDGE : padding);
  }

  @Override
  public double[] values(float[] samples) {
    return levels().zeroCrossings(samples);
  }
}
