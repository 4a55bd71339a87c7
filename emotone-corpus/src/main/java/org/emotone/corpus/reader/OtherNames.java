package org.emotone.corpus.reader;

import java.util.List;
import java.util.Map;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;

/** Corpora of Arabic, Amharic, Indian and mixed speech whose files' names say everything. */
final class OtherNames {

  private OtherNames() {}

  /** All of them. */
  static List<NameRule> rules() {
    return List.of(ased(), baved(), emospeech(), asvpesd());
  }

  /**
   * ASED (Retta et al. 2022), Amharic: {@code a5-03-01-02-50} is emotion (with the number of its
   * folder), sentence, repetition, sex (01 woman, 02 man), speaker. Whether one sentence number
   * means one text under every emotion is not verified; it is taken so, which can only make a split
   * by sentences stricter.
   */
  private static NameRule ased() {
    return CodedNames.of("ased", "ASED, Amharic Speech Emotion Dataset", "no licence stated")
        .example("a5-03-01-02-50 (emotion, sentence, repetition, sex, speaker)")
        .form(
            "(?<emotion>[a-z])(?<folder>\\d{1,2})-(?<sentence>\\d\\d)-(?<take>\\d\\d)-(?<sex>\\d\\d)"
                + "-(?<speaker>\\d\\d)")
        .parts(
            Part.text("folder"),
            Part.text("sentence"),
            Part.text("take"),
            Part.number("speaker", 1, 65))
        .emotions(
            CodedNames.codes(
                "a", Emotion.ANGRY,
                "f", Emotion.FEAR,
                "h", Emotion.HAPPY,
                "n", Emotion.NEUTRAL,
                "s", Emotion.SAD))
        .sex("sex", Map.of("01", Sex.FEMALE, "02", Sex.MALE))
        .name("{emotion}{folder}-{sentence}-{take}-{sex}-{speaker}")
        .language("am")
        .sentence("{sentence}")
        .take("take")
        .build();
  }

  /**
   * BAVED (Aouf 2019), Arabic: {@code 56-f-40-3-0-884} is speaker, sex, age, word, level (0 low, 1
   * normal, 2 high), number. It has levels of emotion and no emotions, which are all {@link
   * Emotion#OTHER}: use a label scheme of intensity.
   *
   * <p>Speakers 46 and 53 share 21 recordings (hash of the decoded audio), so both are 46 here.
   */
  private static NameRule baved() {
    return CodedNames.of("baved", "BAVED, Basic Arabic Vocal Emotions Dataset", "no licence stated")
        .example("56-f-40-3-0-884 (speaker, sex, age, word, level, number)")
        .form(
            "(?<speaker>\\d+)-(?<sex>[fm])-(?<age>\\d{1,3})-(?<word>\\d)-(?<level>\\d)"
                + "-(?<number>\\d+)")
        .parts(
            Part.text("speaker"),
            Part.number("age", 1, 120),
            Part.number("word", 0, 6),
            Part.text("number"))
        .sex("sex", Map.of("f", Sex.FEMALE, "m", Sex.MALE))
        .intensity("level", Map.of("0", "low", "1", "normal", "2", "high"))
        .label(name -> new CodedNames.Label(Emotion.OTHER, "level " + name.text("level")))
        .name("{speaker}-{sex}-{age}-{word}-{level}-{number}")
        .speaker(name -> name.text("speaker").equals("53") ? "46" : name.text("speaker"))
        .age(name -> name.number("age"))
        .language("ar")
        .sentence("{word}")
        .build();
  }

  /**
   * EmoSpeech, Indian: {@code no-safe-calm-1615900000-a1b2c3} has the emotion third. What the other
   * parts mean is not verified; the speakers are not published. Clips labelled None are left out.
   */
  private static NameRule emospeech() {
    return CodedNames.of("emospeech", "EmoSpeech, Indian emotional speech", "see its page")
        .example("no-safe-calm-timestamp-hash (emotion in third place)")
        .form("(?<one>[a-z]+)-(?<two>[a-z]+)-(?<emotion>[a-z]+)-(?<time>[^/]+)-(?<hash>[^-/]+)")
        .parts(Part.text("one"), Part.text("two"), Part.text("time"), Part.text("hash"))
        .emotions(
            CodedNames.codes(
                "angry", Emotion.ANGRY,
                "calm", Emotion.CALM,
                "fearful", Emotion.FEAR,
                "happy", Emotion.HAPPY,
                "None", Emotion.OTHER))
        .check(OtherNames::checkLabelled)
        .name("{one}-{two}-{emotion}-{time}-{hash}")
        .speaker(name -> Utterance.UNKNOWN_SPEAKER)
        .build();
  }

  private static void checkLabelled(Parts name) throws UnreadableName {
    if (name.text("emotion").equals("None")) {
      throw new UnreadableName(Rejected.Kind.LEFT_OUT, "has no emotion (None)");
    }
  }

  private static final Map<String, CodedNames.Label> ASVP_LABELS =
      Map.ofEntries(
          Map.entry("01", new CodedNames.Label(Emotion.BOREDOM, "boredom")),
          Map.entry("02", new CodedNames.Label(Emotion.NEUTRAL, "neutral")),
          Map.entry("03", new CodedNames.Label(Emotion.HAPPY, "happy")),
          Map.entry("04", new CodedNames.Label(Emotion.SAD, "sad")),
          Map.entry("05", new CodedNames.Label(Emotion.ANGRY, "angry")),
          Map.entry("06", new CodedNames.Label(Emotion.FEAR, "fear")),
          Map.entry("07", new CodedNames.Label(Emotion.DISGUST, "disgust")),
          Map.entry("08", new CodedNames.Label(Emotion.SURPRISE, "surprise")),
          Map.entry("09", new CodedNames.Label(Emotion.HAPPY, "excited")),
          Map.entry("10", new CodedNames.Label(Emotion.OTHER, "pleasure")),
          Map.entry("11", new CodedNames.Label(Emotion.OTHER, "pain")),
          Map.entry("12", new CodedNames.Label(Emotion.OTHER, "disappointed")),
          Map.entry("13", new CodedNames.Label(Emotion.OTHER, "others")));

  /**
   * ASVP-ESD (Dejoli et al.): {@code 03-01-05-01-02-77-02-01} is modality, vocal channel, emotion,
   * intensity, statement, actor (even ones are men), age group, source, and in some names language.
   * Only speech is read. The public scripts that prepare it disagree on the codes for language,
   * which is left open; excitement counts as happiness, as in IEMOCAP.
   */
  private static NameRule asvpesd() {
    return CodedNames.of("asvpesd", "ASVP-ESD, speech and non-speech emotional sound", "CC BY 4.0")
        .example("03-01-05-01-02-77-02-01 (modality, channel, emotion, intensity, statement, …)")
        .form(
            "(?<modality>\\d\\d)-(?<channel>\\d\\d)-(?<emotion>\\d\\d)-(?<intensity>\\d\\d)"
                + "-(?<statement>\\d+)-(?<actor>\\d+)-(?<rest>\\d\\d-\\d\\d(?:-\\d\\d)?)")
        .parts(
            Part.number("modality", 1, 3),
            Part.number("channel", 1, 2),
            Part.words("emotion", ASVP_LABELS),
            Part.text("statement"),
            Part.text("actor"),
            Part.text("rest"))
        .check(OtherNames::checkSpeech)
        .intensity("intensity", Map.of("01", "normal", "02", "high"))
        .label(name -> name.in(ASVP_LABELS, "emotion"))
        .name("{modality}-{channel}-{emotion}-{intensity}-{statement}-{actor}-{rest}")
        .speaker("{actor}")
        .sex(
            name ->
                Character.digit(name.text("actor").charAt(name.text("actor").length() - 1), 10) % 2
                        == 0
                    ? Sex.MALE
                    : Sex.FEMALE)
        .build();
  }

  private static void checkSpeech(Parts name) throws UnreadableName {
    if (name.text("channel").equals("02")) {
      throw new UnreadableName(Rejected.Kind.LEFT_OUT, "is a sound without speech (channel 02)");
    }
  }
}
