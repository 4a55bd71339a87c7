package org.emotone.corpus.reader;

import java.util.Map;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance.Sex;

/**
 * EmoDB, the Berlin Database of Emotional Speech (Burkhardt et al. 2005, Interspeech): {@code
 * 03a01Fa} is speaker, text, emotion (first letter of the German word), version. Sex and age of the
 * speakers are those of the release's own list.
 */
final class EmodbNames {

  private static final Map<String, Emotion> EMOTIONS =
      Map.of(
          "W", Emotion.ANGRY,
          "L", Emotion.BOREDOM,
          "E", Emotion.DISGUST,
          "A", Emotion.FEAR,
          "F", Emotion.HAPPY,
          "T", Emotion.SAD,
          "N", Emotion.NEUTRAL);
  private static final String[] TEXTS = {
    "a01", "a02", "a04", "a05", "a07", "b01", "b02", "b03", "b09", "b10"
  };
  private static final Map<String, Person> SPEAKERS =
      Map.of(
          "03", new Person(Sex.MALE, 31),
          "08", new Person(Sex.FEMALE, 34),
          "09", new Person(Sex.FEMALE, 21),
          "10", new Person(Sex.MALE, 32),
          "11", new Person(Sex.MALE, 26),
          "12", new Person(Sex.MALE, 30),
          "13", new Person(Sex.FEMALE, 32),
          "14", new Person(Sex.FEMALE, 35),
          "15", new Person(Sex.MALE, 25),
          "16", new Person(Sex.FEMALE, 31));

  private record Person(Sex sex, int age) {}

  private EmodbNames() {}

  /** The rule. */
  static NameRule rule() {
    return CodedNames.of(
            "emodb", "EmoDB, Berlin Database of Emotional Speech", "free for use with citation")
        .example("03a01Fa (speaker, text, emotion, version)")
        .form("(?<speaker>\\d\\d)(?<text>[AB]\\d\\d)(?<emotion>[A-Z])(?<version>[A-Z])")
        .parts(Part.words("speaker", SPEAKERS), Part.words("text", TEXTS), Part.text("version"))
        .emotions(EMOTIONS)
        .name("{speaker}{text}{emotion}{version}")
        .sex(name -> name.in(SPEAKERS, "speaker").sex)
        .age(name -> name.in(SPEAKERS, "speaker").age)
        .language("de")
        .sentence("{text}")
        .take("version")
        .build();
  }
}
