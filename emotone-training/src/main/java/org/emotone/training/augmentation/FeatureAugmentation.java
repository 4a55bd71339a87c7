package org.emotone.training.augmentation;

import java.util.SplittableRandom;

/**
 * What is done to the features of a clip, behind the front-end: quick, because the clip's sound
 * need not be analysed again.
 */
public sealed interface FeatureAugmentation extends Augmentation
    permits TimeStretch, FrequencyStretch, SpecAugment, FeatureNoise {

  /**
   * How much longer the clip becomes before a piece of it is cut.
   *
   * @param random whose state alone decides
   */
  default double lengthening(SplittableRandom random) {
    return 1;
  }

  /**
   * Changes a piece of a clip.
   *
   * @param random whose state alone decides
   * @param features {@code [frames][coefficients]} from {@code offset} on
   */
  default void change(
      SplittableRandom random, float[] features, int offset, int frames, int coefficients) {}
}
