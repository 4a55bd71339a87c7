package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.SplittableRandom;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Normal noise on every value of the features: {@code {type: featureNoise, deviation: 0.1}}.
 *
 * @param deviation of the noise, in [0, 10], 0.1 when left out; features that are normalised per
 *     clip have a deviation of 1
 * @param p that it is done, 1 when left out
 */
public record FeatureNoise(double deviation, double p) implements FeatureAugmentation {

  /** Checks the ranges. */
  public FeatureNoise {
    Chances.check(p);
    Ranges.within("deviation", deviation, 0, 10);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static FeatureNoise of(
      @JsonProperty("deviation") @Nullable Double deviation,
      @JsonProperty("p") @Nullable Double p) {
    return new FeatureNoise(deviation == null ? 0.1 : deviation, Chances.orAlways(p));
  }

  @Override
  public void change(
      SplittableRandom random, float[] features, int offset, int frames, int coefficients) {
    for (int k = offset; k < offset + frames * coefficients; k++) {
      features[k] += (float) (deviation * random.nextGaussian());
    }
  }
}
