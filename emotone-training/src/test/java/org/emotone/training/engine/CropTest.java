package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.emotone.features.FeatureMatrix;
import org.junit.jupiter.api.Test;

class CropTest {

  @Test
  void aClipOfTheRightLengthIsTakenAsItIs() {
    assertThat(cut(new Crop(5, CropPadding.ZERO), ramp(5), 1)).isEqualTo(ramp(5).values());
  }

  @Property
  void aLongClipGivesNeighbouringFrames(
      @ForAll @IntRange(min = 5, max = 60) int length, @ForAll long seed) {
    float[] piece = cut(new Crop(5, CropPadding.ZERO), ramp(length), seed);
    assertThat(piece[0]).isBetween(1f, length - 4f);
    for (int t = 0; t < 5; t++) {
      assertThat(piece[2 * t]).isCloseTo(piece[0] + t, within(1e-4f));
      assertThat(piece[2 * t + 1]).isEqualTo(-piece[2 * t]);
    }
  }

  @Test
  void aShortClipStandsSomewhereAmongZeros() {
    boolean[] seen = new boolean[4];
    for (int seed = 0; seed < 100; seed++) {
      float[] piece = cut(new Crop(6, CropPadding.ZERO), ramp(3), seed);
      int first = 0;
      while (piece[2 * first] == 0) {
        first++;
      }
      seen[first] = true;
      assertThat(Arrays.copyOfRange(piece, 2 * first, 2 * first + 6)).isEqualTo(ramp(3).values());
      assertThat(Arrays.copyOfRange(piece, 2 * first + 6, 12)).isEqualTo(new float[6 - 2 * first]);
    }
    assertThat(seen).containsOnly(true);
  }

  @Test
  void aShortClipIsRepeated() {
    assertThat(cut(new Crop(5, CropPadding.REPEAT), ramp(2), 1))
        .containsExactly(1, -1, 2, -2, 1, -1, 2, -2, 1, -1);
  }

  @Property
  void aStretchedRampIsARampFromEndToEnd(
      @ForAll @DoubleRange(min = 0.5, max = 1.5) double factor, @ForAll long seed) {
    float[] piece = cut(new Crop(400, CropPadding.ZERO), ramp(100), seed, factor);
    int first = 0;
    while (piece[2 * first] == 0) {
      first++;
    }
    int length = 0;
    while (first + length < 400 && piece[2 * (first + length)] != 0) {
      length++;
    }
    assertThat(length).isEqualTo((int) Math.round(100 * factor));
    for (int t = 0; t < length; t++) {
      float expected = 1 + 99f * t / (length - 1);
      assertThat(piece[2 * (first + t)]).isCloseTo(expected, within(1e-3f));
    }
  }

  /** Frame {@code t} is {@code (t + 1, −t − 1)}. */
  private static FeatureMatrix ramp(int frames) {
    float[] values = new float[2 * frames];
    for (int t = 0; t < frames; t++) {
      values[2 * t] = t + 1;
      values[2 * t + 1] = -t - 1;
    }
    return new FeatureMatrix(values, frames, 2);
  }

  private static float[] cut(Crop crop, FeatureMatrix clip, long seed) {
    return cut(crop, clip, seed, 1);
  }

  private static float[] cut(Crop crop, FeatureMatrix clip, long seed, double factor) {
    float[] target = new float[crop.frames() * clip.coefficients()];
    crop.cut(clip, factor, new SplittableRandom(seed), target, 0);
    return target;
  }
}
