package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class PlaybackTest {

  private static final int RATE = 16_000;

  @Property(tries = 50)
  void lengthIsDividedByTheSpeed(
      @ForAll @IntRange(min = 1, max = 5000) int length,
      @ForAll @DoubleRange(min = 0.1, max = 10) double speed) {
    Waveform played = Playback.at(Sounds.noise(1, 0.1, RATE, length), speed);
    assertThat(played.length()).isEqualTo((int) Math.max(1, Math.rint(length / speed)));
    assertThat(played.sampleRate()).isEqualTo(RATE);
  }

  // A measurement: the same values in every build.
  @Property(tries = 20, seed = "1")
  void toneIsMovedByTheSpeedAndKeepsItsAmplitude(
      @ForAll @DoubleRange(min = 0.5, max = 2) double speed) {
    Waveform played = Playback.at(Sounds.sine(1000, 0.5, RATE, RATE), speed);
    int length = played.length();
    Tone tone = Tone.fit(played, 1000 * speed, length / 4, 3 * length / 4);
    assertThat(20 * Math.log10(tone.amplitude() / 0.5)).isCloseTo(0, within(0.02));
    assertThat(tone.restDb()).isLessThan(-75);
  }

  @Test
  void whatWouldFoldBackIsSuppressed() {
    Waveform played = Playback.at(Sounds.sine(7000, 0.5, RATE, RATE), 1.5);
    assertThat(Level.of(new Range(1000, played.length() - 1000).of(played)).rmsDb())
        .isLessThan(-76);
  }

  @Test
  void speedOfOneIsTheClipItself() {
    Waveform clip = Sounds.noise(1, 0.1, RATE, 100);
    assertThat(Playback.at(clip, 1)).isSameAs(clip);
    assertThatThrownBy(() -> Playback.at(clip, 0))
        .hasMessage("speed must be from 0.1 to 10, was 0.0");
  }
}
