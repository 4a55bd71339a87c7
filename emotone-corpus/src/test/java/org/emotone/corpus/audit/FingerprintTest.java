package org.emotone.corpus.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final int[] RATES = {8_000, 11_025, 22_050, 44_100, 48_000};

  // A measurement: the same values in every build.
  @Property(tries = 25, seed = "1")
  void anyCopyOfARecordingIsFound(
      @ForAll @IntRange(max = 1_000_000) int seed,
      @ForAll @DoubleRange(min = 0.02, max = 2) double gain,
      @ForAll @DoubleRange(max = 0.35) double first,
      @ForAll @DoubleRange(max = 0.35) double last,
      @ForAll @IntRange(max = 4) int rate) {
    Waveform original = Voices.speech(seed);
    Waveform copy = Voices.gain(Voices.rate(Voices.cut(original, first, last), RATES[rate]), gain);

    List<Duplicates.Pair> pairs = pairs(original, Voices.noise(copy, 40, seed));

    assertThat(pairs).hasSize(1);
    // Well below what two recordings may differ in at most; most copies differ in less than 0.1.
    assertThat(pairs.get(0).bitError()).isLessThan(0.2);
  }

  // A measurement: the same values in every build.
  @Property(tries = 25, seed = "1")
  void noTwoRecordingsAreTheSame(@ForAll @IntRange(max = 1_000_000) int seed) {
    assertThat(pairs(Voices.speech(seed), Voices.speech(seed + 1))).isEmpty();
  }

  @Test
  void unrelatedRecordingsDifferInHalfOfTheBits() {
    Fingerprint a = Fingerprinter.of(Voices.speech(1));
    Fingerprint b = Fingerprinter.of(Voices.speech(2));
    assertThat(Alignment.of(a, b, 0).bitError()).isBetween(0.4, 0.6);
  }

  @Test
  void gainChangesNoBit() {
    Waveform clip = Voices.speech(3);
    Fingerprint loud = Fingerprinter.of(clip);
    Fingerprint quiet = Fingerprinter.of(Voices.gain(clip, 0.25));
    assertThat(quiet.words()).isEqualTo(loud.words());
    assertThat(quiet.levels()).isEqualTo(loud.levels());
  }

  @Test
  void aFrameBeginsEverySixMillisecondsAndSilenceIsNotCompared() {
    Fingerprint clip = Fingerprinter.of(Voices.speech(4));
    assertThat(clip.frames()).isEqualTo(312);
    assertThat(clip.active(2)).isFalse();
    assertThat(clip.active(156)).isTrue();
    assertThat(clip.activeFrames()).isBetween(200, 290);
  }

  @Test
  void aClipWithoutSoundHasNothingToCompare() {
    Fingerprint silence = Fingerprinter.of(new Waveform(new float[16_000], 16_000));
    assertThat(silence.activeFrames()).isZero();
    assertThat(Fingerprinter.of(new Waveform(new float[0], 16_000)).frames()).isZero();
    assertThat(Alignment.of(silence, silence, 0)).isEqualTo(Alignment.NONE);
  }

  @Test
  void everyFrameNeedsALevel() {
    assertThatThrownBy(() -> new Fingerprint(new int[2], new byte[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 words but 1 levels");
  }

  private static List<Duplicates.Pair> pairs(Waveform a, Waveform b) {
    return Duplicates.near(List.of(Fingerprinter.of(a), Fingerprinter.of(b)));
  }
}
