package org.emotone.corpus.reader;

import java.util.Map;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance.Sex;

/**
 * SAVEE (Jackson and Haq 2014, University of Surrey): {@code DC/a01} in the release, {@code DC_a01}
 * in flat copies, is speaker, emotion, sentence. Both have the id {@code DC_a01}.
 *
 * <p>Sentences are counted per emotion: {@code savee:a01} is the same text for all four speakers.
 * Three texts return under every emotion, which the names do not show.
 */
final class SaveeNames {

  private static final Map<String, Emotion> EMOTIONS =
      Map.of(
          "a", Emotion.ANGRY,
          "d", Emotion.DISGUST,
          "f", Emotion.FEAR,
          "h", Emotion.HAPPY,
          "n", Emotion.NEUTRAL,
          "sa", Emotion.SAD,
          "su", Emotion.SURPRISE);
  private static final int SENTENCES = 15;
  private static final int NEUTRAL_SENTENCES = 30;

  private SaveeNames() {}

  /** The rule. */
  static NameRule rule() {
    String code = "(?<emotion>[A-Z]{1,2})(?<sentence>\\d\\d)";
    return CodedNames.of(
            "savee",
            "Surrey Audio-Visual Expressed Emotion",
            "research use, by registration with the University of Surrey")
        .example("DC/a01 or DC_a01 (speaker, emotion, sentence)")
        .form("(?<speaker>[A-Z]{2})_" + code)
        .form("(?<speaker>[A-Z]{2})/" + code)
        .parts(Part.words("speaker", "DC", "JE", "JK", "KL"), Part.text("sentence"))
        .emotions(EMOTIONS)
        .check(SaveeNames::checkSentence)
        .name("{speaker}_{emotion}{sentence}")
        .sex(name -> Sex.MALE)
        .language("en")
        .sentence("{emotion}{sentence}")
        .build();
  }

  private static void checkSentence(Parts name) throws UnreadableName {
    int sentences = name.text("emotion").equals("n") ? NEUTRAL_SENTENCES : SENTENCES;
    if (name.number("sentence") < 1 || name.number("sentence") > sentences) {
      throw UnreadableName.because(
          "sentence %s is not one of 01 to %02d".formatted(name.text("sentence"), sentences));
    }
  }
}
