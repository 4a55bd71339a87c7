package org.emotone.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.emotone.audio.Waveform;
import org.emotone.features.StrictJson;
import org.junit.jupiter.api.Test;

class VoiceCuesTest {

  private static final int RATE = 16_000;

  /**
   * Syllables of 150 ms with pauses of 100 ms, four in each second.
   *
   * @param hz the fundamental
   * @param slope how fast the harmonics fall: the n-th has 1 / n^slope
   */
  private static Waveform voice(double hz, double gain, double slope, double seconds) {
    float[] samples = new float[(int) (seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      double time = (double) i / RATE;
      double within = time % 0.25;
      double swell = within < 0.15 ? Math.sin(Math.PI * within / 0.15) : 0;
      double sum = 0;
      for (int n = 1; n * hz < 5000; n++) {
        sum += Math.sin(2 * Math.PI * n * hz * time) / Math.pow(n, slope);
      }
      samples[i] = (float) (gain * swell * sum + 1e-4 * Math.sin(i * 12.9898 + i * i));
    }
    return new Waveform(samples, RATE);
  }

  private static VoiceCues cues(double hz, double gain, double slope) {
    return VoiceCues.of(voice(hz, gain, slope, 3)).orElseThrow();
  }

  @Test
  void anOctaveIsTwelveSemitones() {
    assertThat(VoiceCues.semitones(55)).isCloseTo(12, within(1e-9));
    double difference = cues(240, 0.1, 1.5).pitch() - cues(120, 0.1, 1.5).pitch();
    assertThat(difference).isCloseTo(12, within(0.2));
  }

  @Test
  void twiceTheAmplitudeIsSixDecibels() {
    double difference = cues(150, 0.2, 1.5).energy() - cues(150, 0.1, 1.5).energy();
    assertThat(difference).isCloseTo(6.02, within(0.3));
  }

  @Test
  void aFlatterSpectrumHasMoreTilt() {
    assertThat(cues(150, 0.1, 1).tilt()).isGreaterThan(cues(150, 0.1, 2).tilt() + 6);
  }

  @Test
  void syllablesAreCounted() {
    VoiceCues cues = cues(150, 0.1, 1.5);
    assertThat(cues.rate()).isBetween(3.5, 5.5);
  }

  @Test
  void silenceAndNoiseHaveNoCues() {
    assertThat(VoiceCues.of(new Waveform(new float[RATE], RATE))).isEmpty();
    assertThat(VoiceCues.of(new Waveform(new float[0], RATE))).isEmpty();
    assertThat(VoiceCues.of(new Waveform(new float[] {0.5f}, RATE))).isEqualTo(Optional.empty());
  }

  @Test
  void theFarthestCueComesFirstAndIsSaidInWords() {
    NeutralVoice usual =
        NeutralVoice.of("neutral tests", 1, List.of(cues(150, 0.1, 1.5), cues(150, 0.1, 1.5)));
    List<CueDifference> differences = usual.differences(cues(240, 0.1, 1.5));
    assertThat(differences).hasSize(4);
    assertThat(differences.get(0).cue()).isEqualTo(Cue.PITCH);
    assertThat(differences.get(0).words()).isEqualTo("raised pitch (+8.1 st)");
    assertThat(differences.get(0).notable()).isTrue();
    assertThat(usual.differences(cues(150, 0.1, 1.5))).noneMatch(CueDifference::notable);
  }

  @Test
  void theVoiceOfTheNearestPitchIsTaken() {
    NeutralVoice low = NeutralVoice.of("low", 1, List.of(cues(110, 0.1, 1.5)));
    NeutralVoice high = NeutralVoice.of("high", 1, List.of(cues(220, 0.1, 1.5)));
    assertThat(NeutralVoice.nearest(List.of(low, high), cues(130, 0.1, 1.5))).isSameAs(low);
    assertThat(NeutralVoice.nearest(List.of(low, high), cues(190, 0.1, 1.5))).isSameAs(high);
    assertThatThrownBy(() -> NeutralVoice.nearest(List.of(), cues(190, 0.1, 1.5)))
        .hasMessageContaining("at least one");
  }

  @Test
  void theStandardVoicesAreWomensAndMens() {
    NeutralVoices standard = NeutralVoices.standard();
    assertThat(standard.source()).contains("corpus cues");
    assertThat(standard.voices()).extracting(NeutralVoice::name).hasSize(2).doesNotHaveDuplicates();
    assertThat(standard.voices().get(0).pitch().mean())
        .isGreaterThan(standard.voices().get(1).pitch().mean() + 5);
    assertThat(StrictJson.read("voices", standard.toJson(), NeutralVoices.class))
        .isEqualTo(standard);
  }

  @Test
  void aVoiceWithoutClipsIsRefused() {
    CueStatistics any = new CueStatistics(0, 1);
    assertThatThrownBy(() -> new NeutralVoice("x", 0, 1, any, any, any, any))
        .hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new NeutralVoice(" ", 1, 1, any, any, any, any))
        .hasMessageContaining("name");
    assertThatThrownBy(() -> new CueStatistics(0, 0)).hasMessageContaining("deviation");
    assertThatThrownBy(() -> new NeutralVoices("x", List.of())).hasMessageContaining("voices");
  }
}
