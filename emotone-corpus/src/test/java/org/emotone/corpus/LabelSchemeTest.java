package org.emotone.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelSchemeTest {

  @ParameterizedTest
  @CsvSource({
    "emotions8, neutral calm happy sad angry fear disgust surprise",
    "emotions7, angry disgust fear happy neutral sad surprise",
    "emotions6, angry disgust fear happy neutral sad",
    "emodb7, angry boredom disgust fear happy neutral sad",
    "emotions4, angry happy neutral sad",
    "all9, neutral calm happy sad angry fear disgust surprise boredom"
  })
  void stockSchemesHaveTheirClassesInOrder(String id, String classes) {
    assertThat(String.join(" ", LabelScheme.of(id).classes())).isEqualTo(classes);
  }

  @Test
  void sevenEmotionsCountCalmAsNeutralAndEightDoNot() {
    Utterance calm = Clips.clip("c", "a", "1", Emotion.CALM);
    assertThat(LabelScheme.of("emotions7").indexOf(calm)).isEqualTo(OptionalInt.of(4));
    assertThat(LabelScheme.of("emotions8").indexOf(calm)).isEqualTo(OptionalInt.of(1));
    assertThat(LabelScheme.of("emotions6").indexOf(calm)).isEmpty();
  }

  @Test
  void whatHasNoClassIsCounted() {
    LabelScheme.Selection selection =
        LabelScheme.of("emotions4")
            .select(
                List.of(
                    Clips.clip("c", "a", "1", Emotion.CALM),
                    Clips.clip("c", "a", "2", Emotion.SAD),
                    Clips.clip("c", "a", "3", Emotion.CALM),
                    Clips.clip("c", "a", "4", Emotion.FEAR)));
    assertThat(selection.kept()).extracting(Utterance::id).containsExactly("2");
    assertThat(selection.dropped()).isEqualTo(Map.of(Emotion.CALM, 2, Emotion.FEAR, 1));
    assertThat(selection.droppedCount()).isEqualTo(3);
  }

  @Test
  void customSchemeTakesItsClassesInTheOrderOfTheMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("happy", "positive");
    map.put("angry", "negative");
    map.put("surprise", "positive");
    LabelScheme scheme = LabelScheme.custom("mine", map);
    assertThat(scheme.classes()).containsExactly("positive", "negative");
    assertThat(scheme.indexOf(Clips.clip("c", "a", "1", Emotion.SURPRISE))).hasValue(0);
  }

  @Test
  void errorsNameWhatIsAllowed() {
    assertThatThrownBy(() -> LabelScheme.of("emotions5"))
        .hasMessage(
            "no label scheme is called 'emotions5'; there are emotions8, emotions7, emotions6,"
                + " emodb7, emotions4, all9");
    assertThatThrownBy(() -> LabelScheme.custom("mine", Map.of("joy", "positive")))
        .hasMessageStartingWith("no emotion is called 'joy'; there are neutral, calm");
    assertThatThrownBy(() -> LabelScheme.custom("mine", Map.of("happy", "positive")))
        .hasMessage("classes: label scheme 'mine' has 1; it needs at least 2");
    assertThatThrownBy(() -> new LabelScheme("mine", List.of("a", "b"), Map.of(Emotion.SAD, "a")))
        .hasMessage(
            "classes: label scheme 'mine' has the classes [a, b], but its emotions map to [a]");
    assertThatThrownBy(() -> new LabelScheme("mine", List.of("a", "a"), Map.of(Emotion.SAD, "a")))
        .hasMessage("classes: label scheme 'mine' names a class twice: [a, a]");
  }
}
