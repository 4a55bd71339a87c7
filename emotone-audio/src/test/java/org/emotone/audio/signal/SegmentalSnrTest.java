package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class SegmentalSnrTest {

  private static final int RATE = 16_000;

  private static Waveform constant(double value, int length) {
    float[] samples = new float[length];
    Arrays.fill(samples, (float) value);
    return new Waveform(samples, RATE);
  }

  @Test
  void anErrorOfATenthIsTwentyDecibelsInEveryFrame() {
    assertThat(SegmentalSnr.db(constant(0.5, RATE), constant(0.55, RATE)))
        .isCloseTo(20, within(1e-4));
  }

  @Test
  void everyFrameIsHeldToItsRange() {
    Waveform reference = constant(0.5, RATE);
    assertThat(SegmentalSnr.db(reference, reference)).isEqualTo(35);
    assertThat(SegmentalSnr.db(reference, constant(-9, RATE))).isEqualTo(-10);
  }

  @Test
  void framesCountAlikeHoweverLoudTheyAre() {
    float[] reference = new float[480];
    Arrays.fill(reference, 1f);
    float[] estimate = reference.clone();
    Arrays.fill(estimate, 0, 120, 2f);
    // One frame alone: error 120, signal 480.
    assertThat(SegmentalSnr.db(new Waveform(reference, RATE), new Waveform(estimate, RATE)))
        .isCloseTo(10 * Math.log10(4), within(1e-6));
    // A second frame, 120 samples later, without an error.
    float[] longer = Arrays.copyOf(estimate, 600);
    Arrays.fill(longer, 480, 600, 1f);
    assertThat(SegmentalSnr.db(constant(1, 600), new Waveform(longer, RATE)))
        .isCloseTo((10 * Math.log10(4) + 35) / 2, within(1e-6));
  }

  @Test
  void silentFramesAreLeftOut() {
    float[] reference = new float[RATE];
    Arrays.fill(reference, 0, 8000, 0.5f);
    float[] estimate = new float[RATE];
    Arrays.fill(estimate, 0.55f);
    double half = SegmentalSnr.db(constant(0.5, 8000), constant(0.55, 8000));
    double all = SegmentalSnr.db(new Waveform(reference, RATE), new Waveform(estimate, RATE));
    assertThat(half).isCloseTo(20, within(1e-4));
    // 63 frames at 20 dB and four that reach into the silence: 9.2, 2.1, -2.3 and -7.8 dB.
    assertThat(all).isCloseTo((63 * 20 + 9.2 + 2.1 - 2.3 - 7.8) / 67, within(0.01));
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    assertThatThrownBy(() -> SegmentalSnr.db(constant(1, 500), constant(1, 501)))
        .hasMessageContaining("must be alike");
    assertThatThrownBy(() -> SegmentalSnr.db(constant(0, 500), constant(1, 500)))
        .hasMessageContaining("silent");
  }

  @Property(tries = 50)
  void scaledBothAlikeNothingChanges(@ForAll @DoubleRange(min = 0.01, max = 10) double gain) {
    Waveform speech = Noise.pink(RATE, RATE, 3);
    Waveform noisy = Mixture.of(speech, Noise.white(RATE, RATE, 4), 5, 1).waveform();
    double db = 20 * Math.log10(gain);
    assertThat(SegmentalSnr.db(Level.gain(speech, db), Level.gain(noisy, db)))
        .isCloseTo(SegmentalSnr.db(speech, noisy), within(1e-3));
  }
}
