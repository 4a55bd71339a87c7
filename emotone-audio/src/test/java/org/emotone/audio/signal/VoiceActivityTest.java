package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceActivityTest {

  @ParameterizedTest
  @ValueSource(ints = {8000, 16_000, 22_050, 44_100, 48_000})
  void syllablesInNoiseAreFoundAtAnyRate(int rate) {
    List<Segment> found = VoiceActivity.DEFAULT.find(twoUtterances(rate));
    assertThat(found).hasSize(2);
    assertThat(found.get(0).start()).isCloseTo(1.0, within(0.15));
    assertThat(found.get(0).end()).isCloseTo(2.0, within(0.15));
    assertThat(found.get(1).start()).isCloseTo(3.0, within(0.15));
    assertThat(found.get(1).end()).isCloseTo(4.0, within(0.15));
    assertThat(found.get(0).duration()).isCloseTo(1, within(0.2));
  }

  @Test
  void silenceHoldsNoSpeechAndSteadyNoiseHardlyAny() {
    assertThat(VoiceActivity.DEFAULT.find(new Waveform(new float[160_000], 16_000))).isEmpty();
    assertThat(VoiceActivity.DEFAULT.find(new Waveform(new float[0], 16_000))).isEmpty();
    for (long seed = 1; seed <= 5; seed++) {
      for (Waveform noise :
          List.of(Noise.white(320_000, 16_000, seed), Noise.pink(320_000, 16_000, seed))) {
        double speech =
            VoiceActivity.DEFAULT.find(noise).stream().mapToDouble(Segment::duration).sum();
        assertThat(speech / noise.duration()).isLessThan(0.05);
      }
    }
  }

  @Property(tries = 20)
  void blocksGiveTheSegmentsOfTheWhole(
      @ForAll @IntRange(min = 1, max = 30_000) int largest, @ForAll long seed) {
    Waveform clip = twoUtterances(16_000);
    Random random = new Random(seed);
    VoiceDetector detector = new VoiceDetector(16_000, VoiceActivity.DEFAULT);
    List<Segment> found = new ArrayList<>();
    for (int at = 0; at < clip.length(); ) {
      int next = Math.min(clip.length(), at + 1 + random.nextInt(largest));
      found.addAll(detector.next(Arrays.copyOfRange(clip.samples(), at, next)));
      at = next;
    }
    found.addAll(detector.end());
    assertThat(found).isEqualTo(VoiceActivity.DEFAULT.find(clip));
  }

  @Test
  void segmentsStayWithinTheClipAndApart() {
    Waveform clip = twoUtterances(16_000);
    List<Segment> wide = new VoiceActivity(0.5, 0.1, 0, 0.8).find(clip);
    double last = 0;
    for (Segment segment : wide) {
      assertThat(segment.start()).isGreaterThanOrEqualTo(last);
      last = segment.end();
    }
    assertThat(last).isLessThanOrEqualTo(clip.duration());
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new VoiceActivity(1, 0, 0, 0)).hasMessageContaining("threshold");
    assertThatThrownBy(() -> new VoiceActivity(0.5, -1, 0, 0))
        .hasMessageContaining("shortestSpeech");
    assertThatThrownBy(() -> new VoiceActivity(0.5, 0, 99, 0)).hasMessageContaining("longestPause");
    assertThatThrownBy(() -> new VoiceActivity(0.5, 0, 0, Double.NaN))
        .hasMessageContaining("margin");
  }

  /** Five seconds of quiet noise, with vowel-like syllables from 1 s to 2 s and from 3 s to 4 s. */
  static Waveform twoUtterances(int rate) {
    float[] samples = Sounds.noise(5, 0.002, rate, 5 * rate).samples();
    for (int i = 0; i < samples.length; i++) {
      double t = (double) i / rate;
      if ((t >= 1 && t < 2) || (t >= 3 && t < 4)) {
        double pitch = 120 + 20 * Math.sin(2 * Math.PI * 2 * t);
        double syllable = 0.3 + 0.7 * Math.pow(Math.sin(Math.PI * 4 * t), 2);
        double voice = 0;
        for (int harmonic = 1; harmonic * pitch < 3400; harmonic++) {
          voice +=
              Math.sin(2 * Math.PI * harmonic * 120 * t + harmonic * 1.59 * Math.sin(4 * t))
                  / harmonic;
        }
        samples[i] += (float) (0.1 * syllable * voice);
      }
    }
    return new Waveform(samples, rate);
  }
}
