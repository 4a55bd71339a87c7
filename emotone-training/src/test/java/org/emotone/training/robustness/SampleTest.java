package org.emotone.training.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelBy;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.label.Labelling;
import org.junit.jupiter.api.Test;

class SampleTest {

  private static final LabelScheme SCHEME =
      new LabelScheme(
          "two",
          List.of("happy", "sad"),
          Labelling.of(LabelBy.EMOTION, Map.of("happy", "happy", "sad", "sad")));

  /** Thirty happy clips and six sad ones of three speakers. */
  private static List<Utterance> clips() {
    List<Utterance> clips = new ArrayList<>();
    for (int i = 0; i < 36; i++) {
      Emotion emotion = i < 30 ? Emotion.HAPPY : Emotion.SAD;
      String id = "%02d".formatted(i);
      clips.add(
          new Utterance(
              "c", id, Path.of(id), "c:" + i % 3, null, null, "en", emotion, "", null, null, null));
    }
    return clips;
  }

  @Test
  void classesAndSpeakersAreDrawnInTurns() {
    List<Utterance> drawn = new Sample(SCHEME, 1).of(clips(), 12);
    assertThat(drawn).hasSize(12).doesNotHaveDuplicates();
    assertThat(counts(drawn, clip -> clip.emotion().id())).containsEntry("sad", 6L);
    assertThat(counts(drawn, Utterance::speaker).values()).containsOnly(4L);
  }

  @Test
  void whereAClassRunsOutTheOthersFillUp() {
    assertThat(counts(new Sample(SCHEME, 1).of(clips(), 20), clip -> clip.emotion().id()))
        .containsEntry("sad", 6L)
        .containsEntry("happy", 14L);
  }

  @Test
  void allAreTakenIfThereAreNoMore() {
    assertThat(new Sample(SCHEME, 1).of(clips(), 36)).isEqualTo(clips());
  }

  @Test
  void theSeedDecides() {
    Sample sample = new Sample(SCHEME, 1);
    assertThat(sample.of(clips(), 8)).isEqualTo(sample.of(clips(), 8));
    assertThat(new Sample(SCHEME, 2).of(clips(), 8)).isNotEqualTo(sample.of(clips(), 8));
  }

  private static Map<String, Long> counts(
      List<Utterance> clips, java.util.function.Function<Utterance, String> key) {
    return clips.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
  }
}
