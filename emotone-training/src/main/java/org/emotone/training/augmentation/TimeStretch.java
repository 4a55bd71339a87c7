package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.SplittableRandom;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Features stretched in time by linear interpolation between frames: {@code {type: timeStretch,
 * most: 0.15}}.
 *
 * @param most the greatest relative change of length, in [0, 0.9], 0.1 when left out
 * @param p that it is done, 1 when left out
 */
public record TimeStretch(double most, double p) implements FeatureAugmentation {

  /** Checks the ranges. */
  public TimeStretch {
    Chances.check(p);
    Ranges.within("most", most, 0, 0.9);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static TimeStretch of(
      @JsonProperty("most") @Nullable Double most, @JsonProperty("p") @Nullable Double p) {
    return new TimeStretch(most == null ? 0.1 : most, Chances.orAlways(p));
  }

  @Override
  public double lengthening(SplittableRandom random) {
    return 1 + most * (2 * random.nextDouble() - 1);
  }
}
