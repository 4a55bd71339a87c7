package org.emotone.training.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DisturbancesTest {

  private static final int RATE = 16_000;

  private static final Voices OTHERS =
      new Voices(List.of(new Voices.Voice("b", noise(9)), new Voices.Voice("c", noise(10))));

  private static Waveform noise(long seed) {
    Random random = new Random(seed);
    float[] samples = new float[4 * RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.05 * random.nextGaussian());
    }
    return new Waveform(samples, RATE);
  }

  static Stream<Disturbance> all() {
    return Disturbances.all().stream();
  }

  private static Waveform heard(Disturbance condition, Waveform clip, long seed) {
    Original original = new Original(clip, "a", OTHERS);
    return condition.change().of(original, new SplittableRandom(seed));
  }

  private static Disturbance byId(String id) {
    return all().filter(condition -> condition.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void theFirstDoesNothingAndNoTwoHaveTheSameName() {
    List<Disturbance> all = Disturbances.all();
    Waveform clip = noise(1);
    assertThat(heard(all.get(0), clip, 1).samples()).isEqualTo(clip.samples());
    assertThat(all).extracting(Disturbance::id).doesNotHaveDuplicates();
    assertThat(all).extracting(Disturbance::words).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("all")
  void givesTheSameForTheSameSeedAndLeavesTheClipAlone(Disturbance condition) {
    Waveform clip = noise(1);
    float[] before = clip.samples().clone();
    float[] once = heard(condition, clip, 5).samples();
    assertThat(heard(condition, clip, 5).samples()).isEqualTo(once);
    assertThat(clip.samples()).isEqualTo(before);
    boolean nothing = condition.kind() == Kind.CLEAN;
    assertThat(once.length == before.length && java.util.Arrays.equals(once, before))
        .isEqualTo(nothing);
  }

  @ParameterizedTest
  @MethodSource("all")
  void bearsSilenceAndTheShortestClips(Disturbance condition) {
    assertThat(heard(condition, new Waveform(new float[RATE], RATE), 1).length()).isPositive();
    assertThat(heard(condition, new Waveform(new float[] {0.1f}, RATE), 1).length()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"white-10, 10", "pink-0, 0", "babble-20, 20", "music-5, 5"})
  void noiseHasTheRatioThatItIsNamedBy(String id, double snrDb) {
    Waveform clip = noise(1);
    float[] noisy = heard(byId(id), clip, 3).samples();
    float[] added = new float[noisy.length];
    for (int i = 0; i < added.length; i++) {
      added[i] = noisy[i] - clip.samples()[i];
    }
    double ratio = Level.of(clip).rmsDb() - Level.of(new Waveform(added, RATE)).rmsDb();
    assertThat(ratio).isCloseTo(snrDb, within(0.05));
  }

  @Test
  void lengthsAreCutFromTheMiddleAndShorterClipsAreLeft() {
    Waveform clip = noise(1);
    Waveform cut = heard(byId("length-1.5"), clip, 1);
    assertThat(cut.length()).isEqualTo(24_000);
    assertThat(cut.samples()[0]).isEqualTo(clip.samples()[20_000]);
    Waveform half = heard(byId("length-0.5"), clip, 1);
    assertThat(heard(byId("length-1"), half, 1)).isSameAs(half);
  }

  @ParameterizedTest
  @CsvSource({"100, true", "7000, false"})
  void filtersOfOrderOneLeaveHalfThePowerAtTheirCutoff(double cutoffHz, boolean high) {
    float[] sine = new float[RATE];
    for (int i = 0; i < sine.length; i++) {
      sine[i] = (float) (0.5 * Math.sin(2 * Math.PI * cutoffHz * i / RATE));
    }
    Waveform clip = new Waveform(sine, RATE);
    Waveform out =
        high ? SmallChanges.highPassed(clip, cutoffHz) : SmallChanges.lowPassed(clip, cutoffHz);
    assertThat(Level.of(out).rmsDb() - Level.of(clip).rmsDb()).isCloseTo(-3.01, within(0.05));
  }

  @Test
  void musicIsAsLoudAsNoiseAndEachSeedHasItsOwn() {
    Waveform one = Music.song(3 * RATE, RATE, new SplittableRandom(1));
    Waveform other = Music.song(3 * RATE, RATE, new SplittableRandom(2));
    assertThat(Level.of(one).rmsDb()).isCloseTo(-20, within(0.01));
    assertThat(other.samples()).isNotEqualTo(one.samples());
  }
}
