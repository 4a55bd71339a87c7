package org.emotone.features.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.emotone.features.golden.Golden;
import org.emotone.features.golden.Signals;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StftTest {

  private static final Stft SMALL = Stft.of(64, 16);

  @TestFactory
  Stream<DynamicTest> powerIsLibrosasToAHundredThousandth() {
    return Golden.tests("spectra", "power", StftTest::compare);
  }

  private static void compare(JsonNode golden) {
    Stft stft =
        new Stft(
            golden.get("fft").asInt(),
            golden.get("win").asInt(),
            golden.get("hop").asInt(),
            Window.of(
                Golden.constant(WindowShape.class, golden.get("window").asText()), null, null),
            Golden.constant(Padding.class, golden.get("padding").asText()));
    Spectrogram power = stft.power(Signals.named(golden.get("signal").asText(), 1500));
    assertThat(power.frames()).isEqualTo(golden.get("frames").asInt());
    double loudest = Arrays.stream(power.values()).max().orElseThrow();
    Golden.assertClose(power.values(), golden, 1e-5, 1e-12 * loudest);
  }

  @Property(tries = 100)
  void aClipOfAnyLengthHasTheDeclaredNumberOfFrames(
      @ForAll @IntRange(min = 1, max = 500) int samples,
      @ForAll Padding padding,
      @ForAll @IntRange(min = 1, max = 90) int hop) {
    Stft stft = new Stft(64, 50, hop, Window.HANN, padding);
    Spectrogram power = stft.power(Golden.signal(samples));
    assertThat(power.frames()).isEqualTo((int) stft.frames(samples)).isPositive();
    assertThat(power.bins()).isEqualTo(33);
    assertThat(Arrays.stream(power.values())).allMatch(v -> v >= 0 && Double.isFinite(v));
  }

  @Property(tries = 50)
  void theTransformIsLinear(
      @ForAll @DoubleRange(min = -2, max = 2) double a,
      @ForAll @DoubleRange(min = -2, max = 2) double b) {
    float[] x = Golden.signal(400);
    float[] y = Signals.named("sweep", 400);
    float[] mixed = new float[400];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (float) (a * x[i] + b * y[i]);
    }
    double[] expectedX = SMALL.transform(x).values();
    double[] expectedY = SMALL.transform(y).values();
    double[] values = SMALL.transform(mixed).values();
    for (int i = 0; i < values.length; i++) {
      assertThat(values[i]).isCloseTo(a * expectedX[i] + b * expectedY[i], within(1e-5));
    }
  }

  @Property(tries = 20)
  void aShiftByAHopShiftsTheFrames(@ForAll @IntRange(min = 1, max = 5) int hops) {
    float[] x = Golden.signal(400);
    float[] later = new float[400 + 16 * hops];
    System.arraycopy(x, 0, later, 16 * hops, x.length);
    Spectrogram first = SMALL.power(x);
    Spectrogram shifted = SMALL.power(later);
    for (int frame = 2; frame < first.frames() - 2; frame++) {
      for (int bin = 0; bin < 33; bin++) {
        assertThat(shifted.get(frame + hops, bin)).isCloseTo(first.get(frame, bin), within(1e-9));
      }
    }
  }

  @Test
  void amplitudeAndPowerAreThoseOfTheTransform() {
    float[] x = Golden.signal(300);
    ComplexSpectrogram transform = SMALL.transform(x);
    assertThat(SMALL.power(x).values()).containsExactly(transform.power().values(), within(1e-12));
    assertThat(SMALL.amplitude(x).values())
        .containsExactly(transform.amplitude().values(), within(1e-12));
  }

  @Test
  void badParametersAndSamplesAreNamed() {
    assertThatThrownBy(() -> Stft.of(15, 4)).hasMessage("fftSize must be from 16 to 65536, was 15");
    assertThatThrownBy(() -> Stft.of(17, 4)).hasMessage("fftSize must be even, was 17");
    assertThatThrownBy(() -> Stft.of(32, 0)).hasMessage("hop must be from 1 to 65536, was 0");
    assertThatThrownBy(() -> new Stft(32, 33, 8, Window.HANN, Padding.ZERO))
        .hasMessage("windowLength must be from 2 to 32, was 33");
    assertThatThrownBy(() -> SMALL.power(new float[0])).hasMessageContaining("no samples");
    float[] broken = {0, Float.POSITIVE_INFINITY};
    assertThatThrownBy(() -> SMALL.power(broken)).hasMessageContaining("sample 1 is Infinity");
  }
}
