package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.features.check.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * Cutting silence off both ends of a clip, as librosa 0.11's {@code effects.trim}.
 *
 * @param topDb how far below the clip's loudest frame counts as silence, in dB, 1 to 120
 * @param frameLength length of the frames whose level is measured, in samples, 16 to 65536
 * @param hopLength samples from one such frame to the next, 1 to {@code frameLength}
 */
@JsonPropertyOrder({"topDb", "frameLength", "hopLength"})
public record Trim(double topDb, int frameLength, int hopLength) {

  /** Checks the ranges. */
  public Trim {
    Bounds.check("topDb", topDb, 1, 120);
    Bounds.check("frameLength", frameLength, 16, 65_536);
    Bounds.check("hopLength", hopLength, 1, frameLength);
  }

  /** Fills in what is left out (null): 30 dB over frames of 512 samples every 128. */
  @JsonCreator
  public static Trim of(
      @JsonProperty("topDb") @Nullable Double topDb,
      @JsonProperty("frameLength") @Nullable Integer frameLength,
      @JsonProperty("hopLength") @Nullable Integer hopLength) {
    return new Trim(
        topDb == null ? 30 : topDb,
        frameLength == null ? 512 : frameLength,
        hopLength == null ? 128 : hopLength);
  }
}
