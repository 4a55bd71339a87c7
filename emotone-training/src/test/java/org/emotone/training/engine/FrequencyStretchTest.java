package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FrequencyStretchTest {

  @Property(tries = 50)
  void aPeakMovesByTheFactorAndByNoMoreThanAsked(@ForAll long seed) {
    float[] frame = new float[101];
    for (int c = 0; c < frame.length; c++) {
      frame[c] = -Math.abs(c - 50);
    }
    FrequencyStretch.apply(0.2, new SplittableRandom(seed), frame, 0, 1, frame.length);
    int peak = 0;
    for (int c = 1; c < frame.length; c++) {
      peak = frame[c] > frame[peak] ? c : peak;
    }
    double factor = 1 + 0.2 * (2 * new SplittableRandom(seed).nextDouble() - 1);
    assertThat((double) peak).isCloseTo(50 * factor, within(1.0)).isBetween(39.0, 61.0);
  }

  @Test
  void everyFrameIsStretchedAlikeAndNothingElseIsTouched() {
    float[] features = {7, 0, 1, 2, 3, 0, 1, 2, 3, 9};
    FrequencyStretch.apply(0.5, new SplittableRandom(3), features, 1, 2, 4);
    assertThat(features[0]).isEqualTo(7);
    assertThat(features[9]).isEqualTo(9);
    for (int c = 1; c <= 4; c++) {
      assertThat(features[c]).isEqualTo(features[c + 4]);
    }
    assertThat(features[2]).isNotEqualTo(1);
  }

  @Test
  void aConstantFrameStaysAsItIs() {
    float[] features = {2, 2, 2, 2};
    FrequencyStretch.apply(0.5, new SplittableRandom(1), features, 0, 1, 4);
    assertThat(features).containsExactly(2, 2, 2, 2);
  }
}
