package org.emotone.features.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.emotone.features.golden.Golden;
import org.junit.jupiter.api.Test;

/** The fast ways against the plain ones. */
class LanePowerTest {

  @Property(tries = 60)
  void framesInLanesHaveThePowerOfFramesAlone(
      @ForAll @IntRange(min = 6, max = 12) int bits,
      @ForAll @IntRange(min = 1, max = 600) int hop,
      @ForAll @IntRange(min = 1, max = 20_000) int samples,
      @ForAll Padding padding) {
    int size = 1 << bits;
    Stft stft = new Stft(size, size - size / 5, Math.min(hop, size), Window.HANN, padding);
    if (stft.frames(samples) * stft.bins() > 3_000_000) {
      return;
    }
    float[] clip = Golden.signal(samples);
    double[] fast = stft.power(clip).values();
    double[] plain = stft.transform(clip).power().values();
    double loudest = 0;
    for (double value : plain) {
      loudest = Math.max(loudest, value);
    }
    assertThat(fast).hasSameSizeAs(plain);
    for (int i = 0; i < fast.length; i++) {
      assertThat(Math.abs(fast[i] - plain[i]))
          .isLessThanOrEqualTo(1e-14 * loudest + 1e-9 * plain[i]);
    }
  }

  @Test
  void aFrameOfSilenceHasNothingOfTheLoudFramesBesideIt() {
    float[] clip = Golden.signal(40_000);
    Arrays.fill(clip, 10_000, 16_000, 0);
    Spectrogram power = Stft.of(512, 160).power(clip);
    for (int frame = 66; frame < 98; frame++) {
      for (int bin = 0; bin < power.bins(); bin++) {
        assertThat(power.get(frame, bin)).isZero();
      }
    }
  }

  @Property
  void fastDecibelsAreThoseOfTheLogarithm(
      @ForAll @DoubleRange(min = -290, max = 290) double decibels) {
    double power = Math.pow(10, decibels / 10);
    assertThat(FastLog.decibels(power)).isCloseTo(10 * Math.log10(power), within(1e-12));
  }
}
