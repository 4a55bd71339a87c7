package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Masks over frequency and time (Park et al., 2019, without warping). A mask's width is uniform
 * from 0 to the given one, and it is filled with 0, the mean of a normalised clip.
 *
 * @param frequencyMasks how many in frequency, 0 when left out
 * @param frequencyWidth greatest width in coefficients, 10 when left out
 * @param timeMasks how many in time, 0 when left out
 * @param timeWidth greatest width in frames, 30 when left out
 */
public record SpecAugment(int frequencyMasks, int frequencyWidth, int timeMasks, int timeWidth) {

  /** No masks. */
  public static final SpecAugment NONE = new SpecAugment(0, 0, 0, 0);

  /** Checks the ranges. */
  public SpecAugment {
    Ranges.atLeast("frequencyMasks", frequencyMasks, 0);
    Ranges.atLeast("frequencyWidth", frequencyWidth, 0);
    Ranges.atLeast("timeMasks", timeMasks, 0);
    Ranges.atLeast("timeWidth", timeWidth, 0);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static SpecAugment of(
      @JsonProperty("frequencyMasks") @Nullable Integer frequencyMasks,
      @JsonProperty("frequencyWidth") @Nullable Integer frequencyWidth,
      @JsonProperty("timeMasks") @Nullable Integer timeMasks,
      @JsonProperty("timeWidth") @Nullable Integer timeWidth) {
    return new SpecAugment(
        frequencyMasks == null ? 0 : frequencyMasks,
        frequencyWidth == null ? 10 : frequencyWidth,
        timeMasks == null ? 0 : timeMasks,
        timeWidth == null ? 30 : timeWidth);
  }
}
