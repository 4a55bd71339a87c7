package org.emotone.corpus.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotone.audio.Waveform;
import org.emotone.corpus.audit.Duplicates.Group;
import org.junit.jupiter.api.Test;

class DuplicatesTest {

  private static final double SILENT = 0.003;

  @Test
  void equalSamplesAreIdentical() {
    List<Group> groups = Duplicates.among(List.of(facts(1), facts(2), facts(1)), SILENT);
    assertThat(groups).containsExactly(new Group(List.of(0, 2), true, 0));
  }

  @Test
  void oneRecordingInThreeVersionsIsOneGroup() {
    Waveform clip = Voices.speech(1);
    List<Group> groups =
        Duplicates.among(
            List.of(
                facts(clip),
                facts(2),
                facts(Voices.rate(clip, 8_000)),
                facts(clip),
                facts(Voices.cut(clip, 0.31, 0.2))),
            SILENT);
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).clips()).containsExactly(0, 2, 3, 4);
    assertThat(groups.get(0).identical()).isFalse();
    assertThat(groups.get(0).bitError()).isBetween(0.001, 0.15);
  }

  @Test
  void aPartOfALongerClipIsTheSameRecording() {
    Waveform clip = Voices.speech(5, 4);
    List<Group> groups =
        Duplicates.among(List.of(facts(clip), facts(Voices.cut(clip, 1.003, 1.5))), SILENT);
    assertThat(groups).hasSize(1);
  }

  @Test
  void allSilenceIsAlikeAndNoDuplicate() {
    ClipFacts silence = facts(new Waveform(new float[16_000], 16_000));
    assertThat(Duplicates.among(List.of(silence, silence), SILENT)).isEmpty();
  }

  private static ClipFacts facts(long seed) {
    return facts(Voices.speech(seed));
  }

  private static ClipFacts facts(Waveform clip) {
    Meter meter = new Meter(clip.sampleRate(), 1, clip.length());
    meter.accept(clip.samples(), 0, clip.length());
    return new ClipFacts(
        "WAV",
        clip.sampleRate(),
        1,
        clip.length(),
        meter.peak(),
        0,
        meter.hash(),
        Fingerprinter.of(clip));
  }
}
