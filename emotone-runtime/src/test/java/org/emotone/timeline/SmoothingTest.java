package org.emotone.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.emotone.TinyModel;
import org.emotone.audio.signal.Segment;
import org.junit.jupiter.api.Test;

class SmoothingTest {

  private static final List<Double> NEUTRAL = List.of(0.6, 0.3, 0.1);
  private static final List<Double> HAPPY = List.of(0.3, 0.6, 0.1);
  private static final List<Double> SAD = List.of(0.05, 0.05, 0.9);

  /** Windows of a second, side by side from 10 s on. */
  private static List<EmotionSegment> smooth(double stickiness, List<List<Double>> heard) {
    List<TimelineWindow> windows = new ArrayList<>();
    for (int i = 0; i < heard.size(); i++) {
      windows.add(new TimelineWindow(new Segment(10 + i, 11 + i), 1, heard.get(i)));
    }
    return new Smoothing(TinyModel.bundle().manifest(), new TimelineSettings(1, 1, stickiness))
        .segments(new Segment(10, 10 + heard.size()), windows);
  }

  private static List<String> labels(List<EmotionSegment> segments) {
    return segments.stream().map(EmotionSegment::label).toList();
  }

  @Test
  void withoutStickinessEachWindowStandsByItself() {
    List<EmotionSegment> segments = smooth(0, List.of(NEUTRAL, HAPPY, HAPPY, NEUTRAL, SAD));
    assertThat(labels(segments)).containsExactly("neutral", "happy", "neutral", "sad");
    assertThat(segments.get(1).span()).isEqualTo(new Segment(11, 13));
    assertThat(segments.get(1).confidence()).isCloseTo(0.6, within(1e-12));
    assertThat(segments.get(1).certain()).isTrue();
  }

  @Test
  void stickinessOutvotesAFlickerButNotAChange() {
    List<List<Double>> flicker = List.of(NEUTRAL, NEUTRAL, HAPPY, NEUTRAL, NEUTRAL);
    List<EmotionSegment> segments = smooth(0.8, flicker);
    assertThat(labels(segments)).containsExactly("neutral");
    assertThat(segments.get(0).confidence()).isCloseTo(0.54, within(1e-12));
    assertThat(labels(smooth(0.8, List.of(NEUTRAL, NEUTRAL, SAD, SAD, SAD))))
        .containsExactly("neutral", "sad");
  }

  @Test
  void whatIsLessProbableThanTheModelsThresholdIsUncertain() {
    List<EmotionSegment> segments = smooth(0.5, List.of(List.of(0.4, 0.35, 0.25)));
    assertThat(segments).singleElement().matches(segment -> !segment.certain());
  }

  @Test
  void anUtteranceShorterThanAStepIsOneSegment() {
    TimelineWindow only = new TimelineWindow(new Segment(2, 2.3), 0.3, SAD);
    List<EmotionSegment> segments =
        new Smoothing(TinyModel.bundle().manifest(), TimelineSettings.DEFAULT)
            .segments(only.span(), List.of(only));
    assertThat(labels(segments)).containsExactly("sad");
    assertThat(segments.get(0).span()).isEqualTo(only.span());
    assertThat(segments.get(0).confidence()).isCloseTo(0.9, within(1e-12));
  }

  @Test
  void aCellThatTheLastWindowLeavesOutTakesAfterIt() {
    TimelineWindow only = new TimelineWindow(new Segment(2, 2.5), 0.5, SAD);
    List<EmotionSegment> segments =
        new Smoothing(TinyModel.bundle().manifest(), new TimelineSettings(0.5, 0.1, 0))
            .segments(new Segment(2, 2.6), List.of(only));
    assertThat(labels(segments)).containsExactly("sad");
    assertThat(segments.get(0).span().end()).isEqualTo(2.6);
  }

  @Test
  void aSecondOfSpeechCountsTheSameInLargeAndSmallSteps() {
    List<TimelineWindow> windows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      List<Double> heard = i < 6 ? NEUTRAL : SAD;
      windows.add(new TimelineWindow(new Segment(i / 2.0, i / 2.0 + 0.5), 0.5, heard));
    }
    for (double step : new double[] {0.1, 0.25, 0.5}) {
      List<EmotionSegment> segments =
          new Smoothing(TinyModel.bundle().manifest(), new TimelineSettings(0.5, step, 0.8))
              .segments(new Segment(0, 6), windows);
      assertThat(labels(segments)).containsExactly("neutral", "sad");
      assertThat(segments.get(0).span().end()).isCloseTo(3, within(1e-9));
    }
  }
}
