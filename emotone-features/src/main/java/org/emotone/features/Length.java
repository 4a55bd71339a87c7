package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.emotone.features.check.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * The lengths a network accepts, and what becomes of clips outside them.
 *
 * @param minFrames shortest, in frames, 1 to 100 000
 * @param maxFrames longest, in frames, {@code minFrames} to 100 000
 * @param pad what fills up a clip that is too short
 * @param side where it is filled up
 * @param crop what is kept of a clip that is too long
 */
@JsonPropertyOrder({"minFrames", "maxFrames", "pad", "side", "crop"})
public record Length(int minFrames, int maxFrames, Pad pad, PadSide side, Crop crop) {

  /**
   * 0.5 s to 10 s of frames every 10 ms, filled up with zeros after the clip, cut to the middle.
   */
  public static final Length SPEECH = of(null, null, null, null, null);

  /** The one row that functionals of a whole clip have. */
  static final Length ONE_FRAME = of(1, 1, null, null, null);

  private static final int MOST = 100_000;

  /** Checks the ranges. */
  public Length {
    Bounds.check("minFrames", minFrames, 1, MOST);
    Bounds.check("maxFrames", maxFrames, minFrames, MOST);
  }

  /** Fills in the values of {@link #SPEECH} for what is left out (null). */
  @JsonCreator
  public static Length of(
      @JsonProperty("minFrames") @Nullable Integer minFrames,
      @JsonProperty("maxFrames") @Nullable Integer maxFrames,
      @JsonProperty("pad") @Nullable Pad pad,
      @JsonProperty("side") @Nullable PadSide side,
      @JsonProperty("crop") @Nullable Crop crop) {
    int least = minFrames == null ? 50 : minFrames;
    return new Length(
        least,
        maxFrames == null ? Math.max(1000, least) : maxFrames,
        pad == null ? Pad.ZERO : pad,
        side == null ? PadSide.RIGHT : side,
        crop == null ? Crop.CENTRE : crop);
  }

  /** The features, filled up or cropped to an accepted length; the given ones are not changed. */
  public FeatureMatrix apply(FeatureMatrix features) {
    if (features.frames() <= maxFrames) {
      return pad(features);
    }
    int first = crop == Crop.START ? 0 : (features.frames() - maxFrames) / 2;
    return features.slice(first, maxFrames);
  }

  /**
   * The whole clip in windows of an accepted length: one that is filled up if need be, or several
   * of {@code maxFrames} that overlap by half, the last of them ending with the clip.
   */
  public List<FeatureMatrix> windows(FeatureMatrix features) {
    if (features.frames() <= maxFrames) {
      return List.of(pad(features));
    }
    List<FeatureMatrix> windows = new ArrayList<>();
    int last = features.frames() - maxFrames;
    int hop = Math.max(1, maxFrames / 2);
    for (int first = 0; first < last; first += hop) {
      windows.add(features.slice(first, maxFrames));
    }
    windows.add(features.slice(last, maxFrames));
    return windows;
  }

  private FeatureMatrix pad(FeatureMatrix features) {
    int frames = features.frames();
    if (frames >= minFrames) {
      return features;
    }
    if (frames == 0) {
      throw new IllegalArgumentException("features without a frame cannot be filled up");
    }
    int columns = features.coefficients();
    int before = side == PadSide.BOTH ? (minFrames - frames) / 2 : 0;
    float[] values = new float[minFrames * columns];
    for (int row = 0; row < minFrames; row++) {
      int source = source(row - before, frames);
      if (source >= 0) {
        System.arraycopy(features.values(), source * columns, values, row * columns, columns);
      }
    }
    return new FeatureMatrix(values, minFrames, columns);
  }

  /** The clip's frame that stands at a place relative to its first, or −1 for zeros. */
  private int source(int row, int frames) {
    return switch (pad) {
      case ZERO -> row < frames ? row : -1;
      case REPEAT -> Math.floorMod(row, frames);
      case EDGE -> Math.max(0, Math.min(frames - 1, row));
    };
  }
}
