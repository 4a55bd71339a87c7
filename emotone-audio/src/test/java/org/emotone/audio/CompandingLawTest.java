package org.emotone.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class CompandingLawTest {

  @Property
  void codingTwiceChangesNothingMore(
      @ForAll @FloatRange(min = -1.2f, max = 1.2f) float sample, @ForAll CompandingLaw law) {
    float once = law.coded(sample);
    assertThat(law.coded(once)).isEqualTo(once);
    assertThat(Math.abs(once)).isLessThanOrEqualTo(1);
  }

  @Property
  void errorIsAtMostHalfOfAStep(
      @ForAll @FloatRange(min = -0.97f, max = 0.97f) @Scale(6) float sample,
      @ForAll CompandingLaw law) {
    // A segment of sixteen steps ends at twice where it begins; those of µ-law are shifted by 132.
    float shift = law == CompandingLaw.ULAW ? 132 / 32768f : 0;
    float step = Math.max((Math.abs(sample) + shift) / 16, 0x1p-11f);
    assertThat(law.coded(sample)).isCloseTo(sample, within(0.51f * step));
  }

  @Test
  void noiseOfCodingLiesFortyDecibelsBelowNoiseOfAnyUsualLevel() {
    SplittableRandom random = new SplittableRandom(1);
    for (double level : new double[] {0.3, 0.05, 0.01}) {
      double error = 0;
      double power = 0;
      for (int i = 0; i < 20_000; i++) {
        float sample = (float) (level * (2 * random.nextDouble() - 1));
        float coded = CompandingLaw.ULAW.coded(sample);
        error += (coded - sample) * (coded - sample);
        power += sample * sample;
      }
      assertThat(10 * Math.log10(power / error)).isBetween(30.0, 42.0);
    }
  }
}
