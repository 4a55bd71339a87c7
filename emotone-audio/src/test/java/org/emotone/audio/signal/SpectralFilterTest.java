package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class SpectralFilterTest {

  private static final int RATE = 16_000;
  private static final SpectralFilter PHONE = new SpectralFilter(300, 3400, 100);

  private static double db(double hz) {
    Waveform out = PHONE.apply(Sounds.sine(hz, 0.5, RATE, RATE));
    return 20 * Math.log10(Tone.fit(out, hz, RATE / 4, 3 * RATE / 4).amplitude() / 0.5);
  }

  @Test
  void bandIsKeptAndTheRestIsGone() {
    for (double hz : new double[] {360, 1000, 3340}) {
      assertThat(db(hz)).isCloseTo(0, within(0.01));
    }
    assertThat(db(300)).isCloseTo(-6.02, within(0.1));
    assertThat(db(3400)).isCloseTo(-6.02, within(0.1));
    for (double hz : new double[] {50, 240, 3460, 5000, 7900}) {
      assertThat(db(hz)).isLessThan(-60);
    }
  }

  @Test
  void filterHasNoDelay() {
    float[] click = new float[2001];
    click[1000] = 1;
    float[] out = PHONE.apply(new Waveform(click, RATE)).samples();
    for (int i = 1; i <= 1000; i++) {
      assertThat(out[1000 + i]).isCloseTo(out[1000 - i], within(1e-6f));
      assertThat(Math.abs(out[1000 + i])).isLessThan(out[1000]);
    }
  }

  @Test
  void withoutEdgesNothingChanges() {
    Waveform noise = Sounds.noise(1, 0.1, RATE, 999);
    Waveform out = new SpectralFilter(0, Double.POSITIVE_INFINITY, 100).apply(noise);
    assertThat(out.samples()).containsExactly(noise.samples(), within(1e-6f));
  }

  @Test
  void edgesMustBeInOrder() {
    assertThatThrownBy(() -> new SpectralFilter(500, 400, 10))
        .hasMessage("lowHz must be at least 0 and below highHz, were 500.0 and 400.0 Hz");
    assertThatThrownBy(() -> new SpectralFilter(0, 400, 0))
        .hasMessage("transitionHz must be above 0, was 0.0 Hz");
  }
}
