package org.emotone.speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.emotone.BundleException;
import org.emotone.Recognizer;
import org.emotone.TinyModels;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.emotone.timeline.TimelineSettings;
import org.emotone.timeline.TimelineWindow;
import org.junit.jupiter.api.Test;

class SpeakerTimelineTest {

  private static SpeakerTurn turn(double from, double to, int speaker) {
    return new SpeakerTurn(new Segment(from, to), "speaker " + speaker);
  }

  private static TimelineWindow window(double from, double to, double happy) {
    return new TimelineWindow(new Segment(from, to), to - from, List.of(happy, 1 - happy));
  }

  /** Happy from 0 to 2 s, sad until 6 s, heard as one happy segment; then a sad one. */
  private static Timeline timeline() {
    List<Segment> speech = List.of(new Segment(0, 6), new Segment(7, 9));
    return new Timeline(
        List.of("happy", "sad"),
        10,
        TimelineSettings.DEFAULT,
        speech,
        List.of(window(0, 2, 0.9), window(2, 4, 0.2), window(4, 6, 0.4), window(7, 9, 0.1)),
        List.of(
            new EmotionSegment(new Segment(0, 6), "happy", 0.5, true, List.of(0.5, 0.5), null),
            new EmotionSegment(new Segment(7, 9), "sad", 0.9, true, List.of(0.1, 0.9), null)),
        Quality.of(new Waveform(new float[160_000], 16_000)),
        List.of(),
        "tiny@0");
  }

  @Test
  void segmentsAreSplitWhereTheSpeakerChangesAndHeardAnew() {
    Timeline split =
        SpeakerTimeline.of(
            timeline(), List.of(turn(0.1, 2, 1), turn(2, 5.9, 2), turn(7, 9, 1)), 0.8);
    assertThat(split.segments()).hasSize(3);
    EmotionSegment first = split.segments().get(0);
    EmotionSegment second = split.segments().get(1);
    assertThat(first.span()).isEqualTo(new Segment(0, 2));
    assertThat(first.label()).isEqualTo("happy");
    assertThat(first.confidence()).isCloseTo(0.9, within(1e-9));
    assertThat(first.certain()).isTrue();
    assertThat(first.speaker()).isEqualTo("speaker 1");
    assertThat(second.span()).isEqualTo(new Segment(2, 6));
    assertThat(second.label()).isEqualTo("sad");
    assertThat(second.confidence()).isCloseTo(0.7, within(1e-9));
    assertThat(second.certain()).isFalse();
    assertThat(split.segments().get(2).speaker()).isEqualTo("speaker 1");
    assertThat(split.segments().get(2).confidence()).isEqualTo(0.9);
  }

  @Test
  void totalsAreBySpeaker() {
    Timeline split =
        SpeakerTimeline.of(timeline(), List.of(turn(0, 2, 1), turn(2, 6, 2), turn(7, 9, 1)), 0.5);
    assertThat(SpeakerTimeline.totals(split).get("speaker 1"))
        .containsEntry("happy", 2.0)
        .containsEntry("sad", 2.0);
    assertThat(SpeakerTimeline.totals(split).get("speaker 2")).containsEntry("sad", 4.0);
    assertThat(SpeakerTimeline.totals(timeline())).isEmpty();
  }

  @Test
  void withoutTurnsNobodyIsNamedAndNothingIsSplit() {
    Timeline same = SpeakerTimeline.of(timeline(), List.of(), 0.5);
    assertThat(same.segments()).isEqualTo(timeline().segments());
  }

  @Test
  void aModelThatDoesNotKnowSpeakersIsRefused() throws BundleException {
    try (Recognizer emotions = Recognizer.of(TinyModels.bundle())) {
      assertThatThrownBy(() -> new Diarisation(emotions, SpeakerSettings.DEFAULT))
          .hasMessageContaining("does not tell speakers apart but goes by emotion");
    }
    assertThatThrownBy(() -> SpeakerSettings.DEFAULT.withSpeakers(0))
        .hasMessageContaining("speakers must be from 1");
    assertThatThrownBy(() -> new SpeakerSettings(1, 2, 0.5, null)).hasMessageContaining("step");
  }
}
