package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Masks over frequency and time (Park et al., 2019, without warping): {@code {type: specAugment,
 * frequencyMasks: 2, timeMasks: 2}}. A mask's width is uniform from 0 to the given one, and it is
 * filled with 0, the mean of a normalised clip.
 *
 * @param frequencyMasks how many in frequency, 0 when left out
 * @param frequencyWidth greatest width in coefficients, 10 when left out
 * @param timeMasks how many in time, 0 when left out
 * @param timeWidth greatest width in frames, 30 when left out
 * @param p that it is done, 1 when left out
 */
public record SpecAugment(
    int frequencyMasks, int frequencyWidth, int timeMasks, int timeWidth, double p)
    implements FeatureAugmentation {

  /** Checks the ranges. */
  public SpecAugment {
    Chances.check(p);
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
      @JsonProperty("timeWidth") @Nullable Integer timeWidth,
      @JsonProperty("p") @Nullable Double p) {
    return new SpecAugment(
        frequencyMasks == null ? 0 : frequencyMasks,
        frequencyWidth == null ? 10 : frequencyWidth,
        timeMasks == null ? 0 : timeMasks,
        timeWidth == null ? 30 : timeWidth,
        Chances.orAlways(p));
  }

  @Override
  public void change(
      SplittableRandom random, float[] features, int offset, int frames, int coefficients) {
    for (int i = 0; i < frequencyMasks; i++) {
      int width = random.nextInt(Math.min(frequencyWidth, coefficients) + 1);
      int first = random.nextInt(coefficients - width + 1);
      for (int t = 0; t < frames; t++) {
        int row = offset + t * coefficients;
        Arrays.fill(features, row + first, row + first + width, 0);
      }
    }
    for (int i = 0; i < timeMasks; i++) {
      int width = random.nextInt(Math.min(timeWidth, frames) + 1);
      int first = offset + random.nextInt(frames - width + 1) * coefficients;
      Arrays.fill(features, first, first + width * coefficients, 0);
    }
  }
}
