package org.emotone.training.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.emotone.audio.signal.Segment;
import org.junit.jupiter.api.Test;

class TimelineScoreTest {

  private static LabelledSpan span(double start, double end, String label) {
    return new LabelledSpan(new Segment(start, end), label);
  }

  /** The example in the documentation of speechbrain.utils.EDER (SpeechBrain 1.0). */
  @Test
  void emotionErrorsAreThoseOfSpeechBrain() {
    TimelineScore score =
        TimelineScore.of(
            1.22,
            List.of(span(0.39, 1.10, "angry")),
            List.of(span(0, 0.6, "neutral"), span(0.6, 1.2, "angry")),
            "neutral");
    // SpeechBrain's last frame ends at 1.2 s and what follows counts as wrong; here it is silence.
    assertThat(score.eder()).isCloseTo(0.2704918032786885 - 0.02 / 1.22, within(1e-9));
  }

  @Test
  void eachKindOfErrorIsAShareOfTheSpeech() {
    List<LabelledSpan> known = List.of(span(1, 3, "sad"), span(4, 6, "happy"));
    List<LabelledSpan> heard =
        List.of(
            span(1.5, 3.25, "sad"), span(4, 5, "sad"), span(5, 6, "happy"), span(5.5, 6, "sad"));
    TimelineScore score = TimelineScore.of(8, known, heard, "neutral");
    assertThat(score.speech()).isCloseTo(4, within(1e-9));
    assertThat(score.missed()).isCloseTo(0.5, within(1e-9));
    assertThat(score.falseAlarm()).isCloseTo(0.25, within(1e-9));
    assertThat(score.confusion()).isCloseTo(1, within(1e-9));
    assertThat(score.overlap()).isCloseTo(0.5, within(1e-9));
    assertThat(score.errorRate()).isCloseTo(2.25 / 4, within(1e-9));
    assertThat(score.eder()).isCloseTo(2.25 / 8, within(1e-9));
    assertThat(score.segmentAccuracy()).isEqualTo(0.5);
  }

  @Test
  void aPerfectTimelineHasNoErrors() {
    List<LabelledSpan> known = List.of(span(0, 2, "sad"), span(2, 3, "neutral"));
    TimelineScore score = TimelineScore.of(4, known, known, "neutral");
    assertThat(score.errorRate()).isZero();
    assertThat(score.eder()).isZero();
    assertThat(score.segmentAccuracy()).isEqualTo(1);
    assertThat(score.medianBoundaryError()).isZero();
    assertThat(score.changesRight(0)).isEqualTo(1);
  }

  @Test
  void neutralSpeechThatIsMissedIsNoErrorOfEmotion() {
    TimelineScore score = TimelineScore.of(4, List.of(span(0, 2, "neutral")), List.of(), "neutral");
    assertThat(score.eder()).isZero();
    assertThat(score.errorRate()).isEqualTo(1);
  }

  @Test
  void changesAreFoundWithinATolerance() {
    List<LabelledSpan> known =
        List.of(span(0, 2, "sad"), span(2, 4, "sad"), span(4, 6, "fear"), span(6, 9, "sad"));
    List<LabelledSpan> heard = List.of(span(0, 4.4, "sad"), span(4.4, 9, "fear"));
    TimelineScore score = TimelineScore.of(9, known, heard, "neutral");
    assertThat(score.boundaryErrors()).hasSize(2);
    assertThat(score.medianBoundaryError()).isCloseTo((0.4 + 1.6) / 2, within(1e-9));
    assertThat(score.changesFound(0.5)).isEqualTo(0.5);
    assertThat(score.changesRight(0.5)).isEqualTo(1);
    assertThat(score.segmentAccuracy()).isEqualTo(0.75);
  }

  @Test
  void scoresOfRecordingsAddUp() {
    TimelineScore one =
        TimelineScore.of(2, List.of(span(0, 2, "sad")), List.of(span(0, 2, "sad")), "neutral");
    TimelineScore other =
        TimelineScore.of(2, List.of(span(0, 2, "sad")), List.of(span(0, 2, "fear")), "neutral");
    TimelineScore both = one.plus(other);
    assertThat(both.errorRate()).isEqualTo(0.5);
    assertThat(both.segmentAccuracy()).isEqualTo(0.5);
    assertThat(both.duration()).isEqualTo(4);
    assertThat(TimelineScore.NONE.plus(one)).isEqualTo(one);
  }
}
