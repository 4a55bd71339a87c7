package org.emotone.corpus.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotone.corpus.Clips;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.emotone.corpus.label.LabelScheme;
import org.junit.jupiter.api.Test;

class BalanceTest {

  private static final LabelScheme FOUR = LabelScheme.of("emotions4");

  private static List<Utterance> clips(int happy, int sad) {
    List<Utterance> clips = new ArrayList<>();
    for (int i = 0; i < happy; i++) {
      clips.add(Clips.clip("c", "a" + i % 3, "h" + i, Emotion.HAPPY));
    }
    for (int i = 0; i < sad; i++) {
      clips.add(Clips.clip("c", "b", "s" + i, Emotion.SAD));
    }
    clips.add(Clips.clip("c", "b", "f", Emotion.FEAR));
    return clips;
  }

  @Property(tries = 50)
  void balancedClassesHaveAsManyClipsAsTheSmallest(
      @ForAll @IntRange(min = 1, max = 30) int happy,
      @ForAll @IntRange(min = 1, max = 30) int sad,
      @ForAll long seed,
      @ForAll long order) {
    List<Utterance> clips = clips(happy, sad);
    List<Utterance> balanced = Balance.byClass(clips, FOUR, seed);
    int smallest = Math.min(happy, sad);
    assertThat(
            balanced.stream()
                .collect(Collectors.groupingBy(Utterance::emotion, Collectors.counting())))
        .isEqualTo(Map.of(Emotion.HAPPY, (long) smallest, Emotion.SAD, (long) smallest));
    List<Utterance> shuffled = new ArrayList<>(clips);
    Collections.shuffle(shuffled, new Random(order));
    assertThat(Balance.byClass(shuffled, FOUR, seed)).containsExactlyInAnyOrderElementsOf(balanced);
  }

  @Test
  void limitsHoldForEveryClassAndEverySpeaker() {
    List<Utterance> clips = clips(10, 3);
    assertThat(Balance.limitPerClass(clips, FOUR, 5, 1)).hasSize(5 + 3);
    assertThat(Balance.limitPerSpeaker(clips, 2, 1)).hasSize(3 * 2 + 2);
    assertThatThrownBy(() -> Balance.limitPerSpeaker(clips, 0, 1))
        .hasMessage("limit: 0 is out of range; allowed is at least 1");
  }

  @Test
  void weightsMakeClassesAndGroupsAlike() {
    List<Utterance> clips = clips(6, 2);
    double[] weights = Balance.classWeights(clips, FOUR);
    assertThat(weights).containsExactly(0, 8.0 / (2 * 6), 0, 8.0 / (2 * 2));
    double[] samples = Balance.sampleWeights(clips, Utterance::speaker);
    assertThat(Arrays.stream(samples).average().orElseThrow()).isCloseTo(1, within(1e-9));
    assertThat(samples[0] * 2).isCloseTo(samples[8] * 3, within(1e-9));
  }

  @Test
  void filterCountsWhatFailsByItsFirstCondition() {
    List<Utterance> clips =
        List.of(
            Clips.clip("one", "a", "1", Emotion.HAPPY),
            Clips.clip("one", "a", Sex.MALE, "2", Emotion.HAPPY),
            Clips.clip("one", "b", "3", Emotion.SAD),
            Clips.clip("two", "c", "4", Emotion.HAPPY),
            Clips.clip("one", "a", null, "5", Emotion.SAD),
            Clips.clip("one", "a", "6", Emotion.HAPPY));
    ClipFilter.Result result =
        ClipFilter.all()
            .corpora(List.of("one"))
            .sex(Sex.FEMALE)
            .emotions(List.of(Emotion.HAPPY))
            .lasting(1, 3, Map.of("one:1", 2.0, "one:6", 3.5))
            .apply(clips);
    assertThat(result.kept()).extracting(Utterance::id).containsExactly("1");
    assertThat(result.dropped())
        .isEqualTo(
            Map.of("corpus one", 1, "sex female", 2, "emotion happy", 1, "length 1.0 to 3.0 s", 1));
    assertThat(ClipFilter.all().withoutSpeakers(List.of("one:a")).apply(clips).kept()).hasSize(2);
    assertThat(ClipFilter.all().speakers(List.of("one:b")).apply(clips).kept()).hasSize(1);
    assertThat(ClipFilter.all().intensities(List.of("HI")).apply(clips).kept()).isEmpty();
    assertThatThrownBy(() -> ClipFilter.all().lasting(2, 1, Map.of()))
        .hasMessage("length: 2.0 to 1.0 s is no range; allowed is from 0, the minimum first");
  }
}
