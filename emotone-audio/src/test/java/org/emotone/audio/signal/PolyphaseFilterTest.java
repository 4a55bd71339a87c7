package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PolyphaseFilterTest {

  @Property(tries = 60)
  void outputsByPhaseAreThoseOneByOne(
      @ForAll @IntRange(min = 1, max = 40) int up,
      @ForAll @IntRange(min = 1, max = 500) int down,
      @ForAll @IntRange(max = 60_000) int length) {
    float[] input = new float[length];
    for (int i = 0; i < length; i++) {
      input[i] = (float) Math.sin(i * 0.01 * (1 + i % 7));
    }
    PolyphaseFilter filter = new PolyphaseFilter(up, down, ResamplingQuality.STANDARD);
    int outputs = (int) (((long) length * up + down - 1) / down);
    float[] fast = filter.apply(input, 0, 0, Math.min(outputs, 100_000));
    float[] plain = filter.byOutput(input, 0, 0, fast.length);
    assertThat(fast).containsExactly(plain);
  }
}
