package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.features.check.Bounds;
import org.emotone.features.spectral.Padding;
import org.jspecify.annotations.Nullable;

/**
 * The root mean square of frames of samples: librosa 0.11's {@code rms}.
 *
 * @param frameLength samples of a frame, 2 to 65 536
 * @param hop samples from one frame to the next, 1 to 65 536
 * @param padding what surrounds the clip
 */
@JsonPropertyOrder({"frameLength", "hop", "padding"})
public record Rms(int frameLength, int hop, Padding padding) implements LevelExtractor {

  /** Checks the ranges. */
  public Rms {
    Bounds.check("frameLength", frameLength, 2, 65_536);
    Bounds.check("hop", hop, 1, 65_536);
  }

  /** Fills in librosa's defaults for what is left out (null): 2048, a quarter of it, zeros. */
  @JsonCreator
  public static Rms of(
      @JsonProperty("frameLength") @Nullable Integer frameLength,
      @JsonProperty("hop") @Nullable Integer hop,
      @JsonProperty("padding") @Nullable Padding padding) {
    int length = frameLength == null ? 2048 : frameLength;
    return new Rms(
        length,
        hop == null ? Math.max(1, length / 4) : hop,
        padding == null ? Padding.ZERO : padding);
  }

  @Override
  public double[] values(float[] samples) {
    return levels().rms(samples);
  }
}
