package org.emotone.corpus.reader;

import java.util.List;
import java.util.Map;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance.Sex;
import org.jspecify.annotations.Nullable;

/** Corpora of acted Italian, French and Spanish speech whose files' names say everything. */
final class RomanceNames {

  private static final Map<String, Sex> FM = Map.of("f", Sex.FEMALE, "m", Sex.MALE);

  private RomanceNames() {}

  /** All of them. */
  static List<NameRule> rules() {
    return List.of(emovo(), cafe(), oreau(), mesd());
  }

  /**
   * EMOVO (Costantini et al. 2014, LREC), Italian: {@code gio-f2-b2} is emotion, speaker, sentence
   * (b short, l long, n nonsense, d questions).
   */
  private static NameRule emovo() {
    return CodedNames.of("emovo", "EMOVO, Italian emotional speech", "free for research")
        .example("gio-f2-b2 (emotion, speaker, sentence)")
        .form("(?<emotion>[a-z]{3})-(?<speaker>(?<sex>[fm])\\d)-(?<sentence>[a-z]\\d)")
        .parts(
            Part.words("speaker", "f1", "f2", "f3", "m1", "m2", "m3"),
            Part.words(
                "sentence",
                "b1, b2, b3, l1, l2, l3, l4, n1, n2, n3, n4, n5, d1, d2".split(", ", -1)))
        .emotions(
            CodedNames.codes(
                "dis", Emotion.DISGUST,
                "gio", Emotion.HAPPY,
                "neu", Emotion.NEUTRAL,
                "pau", Emotion.FEAR,
                "rab", Emotion.ANGRY,
                "sor", Emotion.SURPRISE,
                "tri", Emotion.SAD))
        .name("{emotion}-{speaker}-{sentence}")
        .sex("sex", FM)
        .language("it")
        .sentence("{sentence}")
        .build();
  }

  /**
   * CaFE (Gournay et al. 2018), Canadian French: {@code 01-C-1-1} is actor (odd ones are men),
   * emotion, intensity (1 weak, 2 strong; neutral has none), sentence.
   */
  private static NameRule cafe() {
    return CodedNames.of("cafe", "CaFE, Canadian French Emotional speech", "CC BY-NC-SA 4.0")
        .example("01-C-1-1 (actor, emotion, intensity, sentence)")
        .form("(?<actor>\\d\\d)-(?<emotion>[A-Z])-(?<intensity>\\d)-(?<sentence>\\d)")
        .parts(
            Part.number("actor", 1, 12),
            Part.number("intensity", 1, 2),
            Part.number("sentence", 1, 6))
        .emotions(
            CodedNames.codes(
                "C", Emotion.ANGRY,
                "D", Emotion.DISGUST,
                "J", Emotion.HAPPY,
                "N", Emotion.NEUTRAL,
                "P", Emotion.FEAR,
                "S", Emotion.SURPRISE,
                "T", Emotion.SAD))
        .name("{actor}-{emotion}-{intensity}-{sentence}")
        .speaker("{actor}")
        .sex(name -> name.number("actor") % 2 == 1 ? Sex.MALE : Sex.FEMALE)
        .language("fr")
        .intensity(RomanceNames::intensity)
        .sentence("{sentence}")
        .build();
  }

  private static @Nullable String intensity(Parts name) {
    if (name.text("emotion").equals("N")) {
      return null;
    }
    return name.number("intensity") == 1 ? "weak" : "strong";
  }

  /**
   * Oréau (Kerkeni et al. 2020, doi:10.5281/zenodo.4405783), French: {@code f/sessj/29a13Ja} is
   * sex, session, speaker, utterance, emotion, version. Flat copies lose the sex.
   *
   * <p>The form of the names is that of EmoDB's, and a few names are good in both: a folder that
   * holds nothing else is not recognised.
   */
  private static NameRule oreau() {
    String name = "(?<speaker>\\d\\d)(?<utterance>[a-z]\\d\\d)(?<emotion>[A-Z])(?<version>[a-z])";
    return CodedNames.of("oreau", "Oréau, French emotional speech", "CC BY 4.0")
        .example("29a13Ja (speaker, utterance, emotion, version)")
        .form("(?<sex>[fm])/sess[a-z]/" + name)
        .form(name)
        .parts(Part.text("speaker"), Part.text("utterance"), Part.text("version"))
        .emotions(
            CodedNames.codes(
                "C", Emotion.ANGRY,
                "D", Emotion.DISGUST,
                "J", Emotion.HAPPY,
                "N", Emotion.NEUTRAL,
                "P", Emotion.FEAR,
                "S", Emotion.SURPRISE,
                "T", Emotion.SAD))
        .name("{speaker}{utterance}{emotion}{version}")
        .sex("sex", FM)
        .language("fr")
        .sentence("{utterance}")
        .take("version")
        .build();
  }

  /**
   * MESD (Duville et al. 2022, doi:10.17632/cy34mh68j9.5), Mexican Spanish: {@code
   * Anger_F_B_ofensa} is emotion, voice (female, male, child), corpus of words, word.
   *
   * <p>The names do not say which of the women, men or children speaks, so each of the three voices
   * is one speaker here: a split by speakers never has one person on both sides, but there are only
   * three of them. The sex of the children is not stated.
   */
  private static NameRule mesd() {
    return CodedNames.of("mesd", "MESD, Mexican Emotional Speech Database", "CC BY 4.0")
        .example("Anger_F_B_ofensa (emotion, voice, corpus, word)")
        .form("(?<emotion>[a-z]+)_(?<voice>[A-Z])_(?<corpus>[A-Z])_(?<word>[^/]+)")
        .parts(
            Part.words("voice", "F", "M", "C"), Part.words("corpus", "A", "B"), Part.text("word"))
        .emotions(
            CodedNames.codes(
                "Anger", Emotion.ANGRY,
                "Disgust", Emotion.DISGUST,
                "Fear", Emotion.FEAR,
                "Happiness", Emotion.HAPPY,
                "Neutral", Emotion.NEUTRAL,
                "Sadness", Emotion.SAD))
        .name("{emotion}_{voice}_{corpus}_{word}")
        .speaker("{voice}")
        .sex(
            name ->
                switch (name.text("voice")) {
                  case "F" -> Sex.FEMALE;
                  case "M" -> Sex.MALE;
                  default -> null;
                })
        .language("es")
        .sentence("{word}")
        .build();
  }
}
