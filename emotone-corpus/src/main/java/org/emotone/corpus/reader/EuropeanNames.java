package org.emotone.corpus.reader;

import java.util.List;
import java.util.Map;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;

/** Corpora of Greek, Polish, Russian and Turkish speech whose files' names say everything. */
final class EuropeanNames {

  private EuropeanNames() {}

  /** All of them. */
  static List<NameRule> rules() {
    return List.of(aesdd(), polish(), resd(), turev());
  }

  /**
   * AESDD (Vryzas et al. 2018), Greek: {@code a06 (5)b} is emotion, utterance, speaker, and a
   * letter where there are several takes. The readme counts three actresses and two actors, and
   * more that came later; which is which it does not say.
   */
  private static NameRule aesdd() {
    return CodedNames.of("aesdd", "Acted Emotional Speech Dynamic Database", "research use")
        .example("a06 (5)b (emotion, utterance, speaker, take)")
        .form(
            "(?<emotion>[a-z])(?<utterance>\\d\\d)[ _-]*\\((?<speaker>\\d{1,2})\\)(?<version>[a-z]?)")
        .parts(Part.number("utterance", 1, 20), Part.number("speaker", 1, 99), Part.text("version"))
        .emotions(
            CodedNames.codes(
                "a", Emotion.ANGRY,
                "d", Emotion.DISGUST,
                "f", Emotion.FEAR,
                "h", Emotion.HAPPY,
                "s", Emotion.SAD))
        .name("{emotion}{utterance} ({speaker}){version}")
        .speaker(name -> Integer.toString(name.number("speaker")))
        .language("el")
        .sentence("{utterance}")
        .take("version")
        .build();
  }

  /**
   * Polish emotional speech as EmoBox uses it (450 clips, three emotions): {@code m3.s_trzymaj_5}
   * is speaker, emotion ({@code s} for strach, fear), word, repetition.
   */
  private static NameRule polish() {
    return CodedNames.of("polish", "Polish emotional speech", "by its owners' terms")
        .example("m3.s_trzymaj_5 (speaker, emotion, word, repetition)")
        .form("(?<speaker>(?<sex>[fm])\\d)\\.(?<emotion>[a-z])_(?<word>[^/_]+)_(?<take>\\d)")
        .parts(Part.text("speaker"), Part.text("word"), Part.text("take"))
        .emotions(CodedNames.codes("a", Emotion.ANGRY, "n", Emotion.NEUTRAL, "s", Emotion.FEAR))
        .name("{speaker}.{emotion}_{word}_{take}")
        .sex("sex", Map.of("f", Sex.FEMALE, "m", Sex.MALE))
        .language("pl")
        .sentence("{word}")
        .take("take")
        .build();
  }

  /**
   * RESD (Aniemore), Russian: {@code 27_neutral_fear_n_100} is dialogue, the emotions of its two
   * speakers, first letter of the emotion of this line, place of the line. Who speaks is not
   * published, so that a split by speakers is impossible. Enthusiasm is {@link Emotion#OTHER}.
   */
  private static NameRule resd() {
    Map<String, CodedNames.Label> letters =
        Map.of(
            "a", new CodedNames.Label(Emotion.ANGRY, "anger"),
            "d", new CodedNames.Label(Emotion.DISGUST, "disgust"),
            "e", new CodedNames.Label(Emotion.OTHER, "enthusiasm"),
            "f", new CodedNames.Label(Emotion.FEAR, "fear"),
            "h", new CodedNames.Label(Emotion.HAPPY, "happiness"),
            "n", new CodedNames.Label(Emotion.NEUTRAL, "neutral"),
            "s", new CodedNames.Label(Emotion.SAD, "sadness"));
    return CodedNames.of("resd", "RESD, Russian Emotional Speech Dialogs", "see its page")
        .example("27_neutral_fear_n_100 (dialogue, its two emotions, emotion, line)")
        .form(
            "(?<dialogue>\\d\\d)_(?<first>[a-z]+)_(?<second>[a-z]+)(?<gap>[_ ])(?<emotion>[a-z])"
                + "_(?<line>\\d+)")
        .parts(
            Part.text("dialogue"),
            Part.text("first"),
            Part.text("second"),
            Part.text("gap"),
            Part.words("emotion", letters),
            Part.text("line"))
        .check(EuropeanNames::checkDialogue)
        .label(name -> name.in(letters, "emotion"))
        .name("{dialogue}_{first}_{second}{gap}{emotion}_{line}")
        .speaker(name -> Utterance.UNKNOWN_SPEAKER)
        .language("ru")
        .build();
  }

  private static void checkDialogue(Parts name) throws UnreadableName {
    String letter = name.text("emotion");
    if (!name.text("first").startsWith(letter) && !name.text("second").startsWith(letter)) {
      throw UnreadableName.because(
          "emotion '%s' is neither %s nor %s, the emotions of the dialogue"
              .formatted(letter, name.text("first"), name.text("second")));
    }
  }

  /**
   * TurEV-DB (Canpolat et al. 2020), Turkish: {@code 1358_sk_beste} is speaker, emotion, word. The
   * sexes of the six speakers are not in the names.
   */
  private static NameRule turev() {
    return CodedNames.of("turev", "TurEV-DB, Turkish Emotion-Voice Database", "CC BY-NC-ND 4.0")
        .example("1358_sk_beste (speaker, emotion, word)")
        .form("(?<speaker>\\d{4})_(?<emotion>[a-z]{2})_(?<word>[^/]+)")
        .parts(
            Part.words("speaker", "1157", "1234", "1358", "1984", "6783", "7895"),
            Part.text("word"))
        .emotions(
            CodedNames.codes(
                "kz", Emotion.ANGRY, "sk", Emotion.CALM, "mt", Emotion.HAPPY, "hl", Emotion.SAD))
        .name("{speaker}_{emotion}_{word}")
        .language("tr")
        .sentence("{word}")
        .build();
  }
}
