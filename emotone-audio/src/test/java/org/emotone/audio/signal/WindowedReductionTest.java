package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class WindowedReductionTest {

  @Property(tries = 50)
  void aMappingThatChangesNothingChangesNothing(
      @ForAll @IntRange(min = 1, max = 100_000) int length) {
    Waveform noise = Noise.white(length, 16_000, length);
    Waveform same = new WindowedReduction(150, windows -> windows).apply(noise);
    assertThat(same.length()).isEqualTo(length);
    for (int i = 0; i < length; i++) {
      assertThat(same.samples()[i]).isCloseTo(noise.samples()[i], within(1e-6f));
    }
  }

  @Test
  void windowsAreScaledFromZeroToOneAndBack() {
    float[] samples = {-0.2f, 0.2f, 0.6f, 0.5f, 0.5f, 0.5f};
    WindowedReduction reduction =
        new WindowedReduction(
            3,
            windows -> {
              assertThat(windows[0]).containsExactly(new float[] {0, 0.5f, 1}, within(1e-6f));
              assertThat(windows[1]).containsOnly(0f);
              return new float[][] {{1, 1, 0.25f}, {0, 0.5f, 1}};
            });
    assertThat(reduction.apply(new Waveform(samples, 16_000)).samples())
        .containsExactly(new float[] {0.6f, 0.6f, 0, 0.5f, 0.5f, 0.5f}, within(1e-6f));
  }

  @Test
  void otherRatesKeepTheirLength() {
    Waveform noise = Noise.pink(44_101, 44_100, 1);
    Waveform same = new WindowedReduction(150, windows -> windows).apply(noise);
    assertThat(same.length()).isEqualTo(44_101);
    assertThat(same.sampleRate()).isEqualTo(44_100);
  }

  @Test
  void aWindowHasAtLeastTwoSamples() {
    assertThatThrownBy(() -> new WindowedReduction(1, windows -> windows))
        .hasMessageContaining("at least 2");
  }
}
