package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class ResamplingStreamTest {

  @Provide
  Arbitrary<Integer> rates() {
    return Arbitraries.of(8000, 16_000, 22_050, 24_414, 44_100, 44_101, 48_000, 96_000);
  }

  @Property(tries = 60)
  void blocksAreBitByBitTheWhole(
      @ForAll @From("rates") int from,
      @ForAll @From("rates") int to,
      @ForAll ResamplingQuality quality,
      @ForAll @IntRange(max = 60_000) int length,
      @ForAll @IntRange(min = 1, max = 20_000) int largest,
      @ForAll long seed) {
    Waveform clip = Sounds.noise(seed, 0.2, from, length);
    float[] whole = Resampler.resample(clip, to, quality).samples();
    assertThat(inBlocks(clip, to, quality, largest, seed)).containsExactly(whole);
  }

  private static float[] inBlocks(
      Waveform clip, int to, ResamplingQuality quality, int largest, long seed) {
    Random random = new Random(seed);
    ResamplingStream stream = new ResamplingStream(clip.sampleRate(), to, quality);
    float[] all = {};
    for (int at = 0; at < clip.length(); ) {
      int next = Math.min(clip.length(), at + random.nextInt(largest + 1));
      all = joined(all, stream.next(Arrays.copyOfRange(clip.samples(), at, next)));
      at = next;
    }
    return joined(all, stream.end());
  }

  private static float[] joined(float[] first, float[] second) {
    float[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Test
  void outputComesWithoutWaitingForTheEnd() {
    ResamplingStream stream = new ResamplingStream(48_000, 16_000, ResamplingQuality.HIGH);
    int given = stream.next(new float[48_000]).length;
    assertThat(given).isBetween(16_000 - 160, 16_000);
    assertThat(given + stream.end().length).isEqualTo(16_000);
  }

  @Test
  void nothingFollowsTheEnd() {
    ResamplingStream stream = new ResamplingStream(8000, 16_000, ResamplingQuality.FAST);
    assertThat(stream.end()).isEmpty();
    assertThat(stream.end()).isEmpty();
    assertThatThrownBy(() -> stream.next(new float[1])).isInstanceOf(IllegalStateException.class);
  }
}
