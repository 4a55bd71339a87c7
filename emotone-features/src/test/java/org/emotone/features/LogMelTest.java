package org.emotone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.emotone.features.golden.Golden;
import org.emotone.features.spectral.MelNorm;
import org.emotone.features.spectral.MelScale;
import org.emotone.features.spectral.Padding;
import org.emotone.features.spectral.Reference;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

class LogMelTest {

  @TestFactory
  Iterable<DynamicTest> valuesAreLibrosasToHalfAThousandthOfADecibel() {
    return () ->
        StreamSupport.stream(Golden.cases("log-mel").spliterator(), false)
            .map(c -> DynamicTest.dynamicTest(c.get("padding") + " " + c.get("fft"), compare(c)))
            .iterator();
  }

  private static Executable compare(JsonNode golden) {
    return () -> {
      int rate = golden.get("sampleRate").asInt();
      LogMel logMel = configuration(golden, rate);
      float[] signal = Golden.signal(golden.get("samples").asInt());
      FeatureMatrix matrix = logMel.extract(new Waveform(signal, rate));
      assertThat(matrix.frames()).isEqualTo(golden.get("frames").asInt());
      assertThat(logMel.frames(signal.length, rate)).isEqualTo(matrix.frames());
      double[] values = new double[matrix.values().length];
      Arrays.setAll(values, i -> matrix.values()[i]);
      assertThat(values).containsExactly(Golden.doubles(golden.get("values")), within(5e-4));
    };
  }

  private static LogMel configuration(JsonNode golden, int rate) {
    boolean relative = golden.has("topDb");
    return new LogMel(
        golden.get("win").asDouble() / rate,
        golden.get("hop").asDouble() / rate,
        golden.get("bands").asInt(),
        golden.get("fmin").asDouble(),
        golden.get("fmax").asDouble(),
        golden.get("htk").asBoolean() ? MelScale.HTK : MelScale.SLANEY,
        golden.get("norm").isNull() ? MelNorm.NONE : MelNorm.AREA,
        -100,
        Padding.valueOf(golden.get("padding").asText().toUpperCase(Locale.ROOT)),
        golden.get("fft").asInt(),
        relative ? Reference.CLIP_MAXIMUM : Reference.FIXED,
        relative ? golden.get("topDb").asDouble() : null,
        null);
  }

  @Test
  void silenceIsTheFloorEverywhere() {
    FeatureMatrix matrix = LogMel.SPEECH.extract(new Waveform(new float[16_000], 16_000));
    assertThat(matrix.frames()).isEqualTo(101);
    assertThat(matrix.values()).containsOnly(-100f);
  }

  @Test
  void aConstantIsHeardInTheLowestBandsOnly() {
    float[] constant = new float[16_000];
    Arrays.fill(constant, 0.5f);
    LogMel logMel =
        LogMel.of(0.032, null, null, null, null, null, null, null, null, null, null, null, null);
    FeatureMatrix matrix = logMel.extract(new Waveform(constant, 16_000));
    assertThat(matrix.get(50, 0)).isGreaterThan(0);
    for (int band = 4; band < 64; band++) {
      assertThat(matrix.get(50, band)).isEqualTo(-100f);
    }
  }

  @Test
  void aToneIsLoudestInTheBandAroundIt() {
    float[] tone = new float[16_000];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) Math.sin(2 * Math.PI * 1000 * i / 16_000);
    }
    FeatureMatrix matrix = LogMel.SPEECH.extract(new Waveform(tone, 16_000));
    int loudest = 0;
    for (int band = 1; band < 64; band++) {
      loudest = matrix.get(50, band) > matrix.get(50, loudest) ? band : loudest;
    }
    double step = MelScale.SLANEY.toMel(8000) / 65;
    assertThat(MelScale.SLANEY.toHz((loudest + 1) * step)).isCloseTo(1000, within(60.0));
  }

  @Property(tries = 60)
  void aClipOfAnyLengthHasTheDeclaredNumberOfFrames(
      @ForAll @IntRange(min = 1, max = 4000) int samples, @ForAll Padding padding) {
    LogMel logMel =
        LogMel.of(null, null, null, null, null, null, null, null, padding, null, null, null, null);
    FeatureMatrix matrix = logMel.extract(new Waveform(Golden.signal(samples), 16_000));
    assertThat(matrix.frames()).isEqualTo((int) logMel.frames(samples, 16_000)).isPositive();
  }

  @Test
  void aSampleThatIsNoNumberIsNamed() {
    float[] samples = new float[1000];
    samples[7] = Float.NaN;
    assertThatThrownBy(() -> LogMel.SPEECH.extract(new Waveform(samples, 16_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sample 7 is NaN");
  }

  @Test
  void anEmptyClipIsRefused() {
    assertThatThrownBy(() -> LogMel.SPEECH.extract(new Waveform(new float[0], 16_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no samples");
  }

  @Test
  void bandsAboveHalfTheSampleRateAreRefused() {
    assertThatThrownBy(() -> LogMel.SPEECH.extract(new Waveform(new float[800], 8000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxHz must be at most half the sample rate (4000.0 Hz), was 8000.0");
  }

  @Test
  void threadsThatShareAnExtractorAgree() throws Exception {
    Waveform clip = new Waveform(Golden.signal(20_000), 16_000);
    float[] alone = LogMel.SPEECH.extract(clip).values();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<float[]> task = () -> LogMel.SPEECH.extract(clip).values();
      List<Future<float[]>> answers = threads.invokeAll(Collections.nCopies(64, task));
      for (Future<float[]> answer : answers) {
        assertThat(answer.get()).containsExactly(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theInputIsLeftAsItWas() {
    float[] samples = Golden.signal(3000);
    LogMel.SPEECH.extract(new Waveform(samples, 16_000));
    assertThat(samples).containsExactly(Golden.signal(3000));
  }
}
