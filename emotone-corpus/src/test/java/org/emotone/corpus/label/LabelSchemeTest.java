package org.emotone.corpus.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.emotone.corpus.Clips;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSchemeTest {

  @ParameterizedTest
  @CsvSource({
    "emotions8, neutral calm happy sad angry fear disgust surprise",
    "emotions7, angry disgust fear happy neutral sad surprise",
    "emotions6, angry disgust fear happy neutral sad",
    "emodb7, angry boredom disgust fear happy neutral sad",
    "emotions4, angry happy neutral sad",
    "all9, neutral calm happy sad angry fear disgust surprise boredom",
    "emotions5, angry fear happy neutral sad",
    "valence3, positive negative neutral",
    "valence3-soft, positive negative neutral",
    "valence2, positive negative",
    "sex, female male",
    "sexEmotions10, female-angry female-calm female-fear female-happy female-sad male-angry"
        + " male-calm male-fear male-happy male-sad",
    "sexEmotions12, female-angry female-calm female-fear female-happy female-neutral female-sad"
        + " male-angry male-calm male-fear male-happy male-neutral male-sad",
    "intensity, low normal high"
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
  void sexEmotionsHaveAsManyClassesAsTheirNameSays() {
    for (int classes : new int[] {10, 12, 14, 16}) {
      assertThat(LabelScheme.of("sexEmotions" + classes).classes()).hasSize(classes);
    }
    LabelScheme scheme = LabelScheme.of("sexEmotions14");
    Utterance calm = Clips.clip("c", "a", Sex.MALE, "1", Emotion.CALM);
    assertThat(scheme.classes().get(scheme.indexOf(calm).orElseThrow())).isEqualTo("male-neutral");
    assertThat(scheme.indexOf(Clips.clip("c", "a", null, "1", Emotion.CALM))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HAPPY, 1, 0, 0, positive",
    "SURPRISE, 0.5, 0, 0.5, positive",
    "NEUTRAL, 0, 0, 1, neutral",
    "CALM, 0, 0, 1, neutral",
    "SAD, 0, 0.5, 0.5, negative",
    "FEAR, 0, 1, 0, negative",
    "ANGRY, 0, 1, 0, negative",
    "DISGUST, 0, 1, 0, negative"
  })
  void softValenceSharesOutWhatIsBetween(
      Emotion emotion, double positive, double negative, double neutral, String hard) {
    LabelScheme soft = LabelScheme.of("valence3-soft");
    Utterance clip = Clips.clip("c", "a", "1", emotion);
    assertThat(soft.soft()).isTrue();
    assertThat(soft.targets(clip).orElseThrow()).containsExactly(positive, negative, neutral);
    assertThat(soft.classes().get(soft.indexOf(clip).orElseThrow())).isEqualTo(hard);
  }

  @Test
  void hardTargetsAreOneHotAndMissingWhereThereIsNoClass() {
    LabelScheme scheme = LabelScheme.of("valence3");
    assertThat(scheme.soft()).isFalse();
    assertThat(scheme.targets(Clips.clip("c", "a", "1", Emotion.BOREDOM)).orElseThrow())
        .containsExactly(0, 1, 0);
    assertThat(scheme.targets(Clips.clip("c", "a", "1", Emotion.SURPRISE))).isEmpty();
    assertThat(scheme.select(List.of(Clips.clip("c", "a", "1", Emotion.SURPRISE))).dropped())
        .isEqualTo(Map.of(Emotion.SURPRISE, 1));
  }

  @ParameterizedTest
  @CsvSource({"LO, 0", "weak, 0", "normal, 1", "MD, 1", "HI, 2", "strong, 2"})
  void intensityTakesTheWordsOfAllCorpora(String word, int index) {
    Utterance plain = Clips.clip("c", "a", "1", Emotion.SAD);
    Utterance clip =
        new Utterance(
            "c", "1", plain.path(), "c:a", null, null, "en", Emotion.SAD, "sad", word, null, null);
    assertThat(LabelScheme.of("intensity").indexOf(clip)).hasValue(index);
    assertThat(LabelScheme.of("intensity").indexOf(plain)).isEmpty();
  }

  @Test
  void nativeLabelsCanBeClasses() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("sad", "low");
    map.put("happy", "lively");
    LabelScheme scheme = LabelScheme.customNative("mine", map);
    assertThat(scheme.classes()).containsExactly("low", "lively");
    assertThat(scheme.indexOf(Clips.clip("c", "a", "1", Emotion.HAPPY))).hasValue(1);
    assertThat(scheme.labelling().by()).isEqualTo(LabelBy.NATIVE_LABEL);
    assertThat(scheme.table()).isEqualTo(map);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"emotions7", "valence3", "valence3-soft", "sex", "sexEmotions14", "intensity"})
  void schemeMadeOfItsTableGivesTheSameClasses(String id) {
    LabelScheme scheme = LabelScheme.of(id);
    LabelScheme again =
        new LabelScheme(
            id, scheme.classes(), Labelling.of(scheme.labelling().by(), scheme.table()));
    for (Emotion emotion : Emotion.values()) {
      for (Sex sex : new Sex[] {Sex.FEMALE, Sex.MALE, null}) {
        Utterance clip = Clips.clip("c", "a", sex, "1", emotion);
        assertThat(again.indexOf(clip)).isEqualTo(scheme.indexOf(clip));
      }
    }
    assertThat(LabelBy.of(scheme.labelling().by().id())).isEqualTo(scheme.labelling().by());
  }

  @Test
  void softSharesMustAddUpToOne() {
    assertThatThrownBy(() -> Labelling.soft(Map.of(Emotion.SAD, Map.of("a", 0.5, "b", 0.25))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("shares: those of sad are ");
  }

  @Test
  void errorsNameWhatIsAllowed() {
    assertThatThrownBy(() -> LabelScheme.of("emotions9"))
        .hasMessageStartingWith(
            "no label scheme is called 'emotions9'; there are emotions8, emotions7, emotions6,");
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
