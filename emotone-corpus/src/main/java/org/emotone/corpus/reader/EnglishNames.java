package org.emotone.corpus.reader;

import java.util.List;
import java.util.Map;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance.Sex;

/** Corpora of acted English speech whose files' names say everything. */
final class EnglishNames {

  private EnglishNames() {}

  /** All of them. */
  static List<NameRule> rules() {
    return List.of(enterface(), emovdb(), jl());
  }

  /**
   * eNTERFACE'05 (Martin et al. 2006): {@code s1_an_1} is subject, emotion, sentence, in {@code
   * subject 1/anger/sentence 1}. The release has videos; what is read is their sound under the same
   * names.
   *
   * <p>Its errors are known: the files in {@code subject 11} are named {@code s12}, so the folder
   * counts where there is one; some names of subject 3 begin with {@code s_3}; one name ends in
   * {@code 3avi}. Sentences differ from emotion to emotion. Sexes are not in the names.
   */
  private static NameRule enterface() {
    String name = "s_?(?<speaker>\\d{1,2})_(?<emotion>[a-z]{2})_(?<sentence>\\d)(?:avi)?";
    return CodedNames.of("enterface", "eNTERFACE'05 audio-visual emotion database", "research use")
        .example("s1_an_1 (subject, emotion, sentence)")
        .form("subject ?(?<subject>\\d{1,2})/(?:[^/]+/){0,2}" + name)
        .form(name)
        .parts(
            Part.number("subject", 1, 44),
            Part.number("speaker", 1, 44),
            Part.number("sentence", 1, 5))
        .emotions(
            CodedNames.codes(
                "an", Emotion.ANGRY,
                "di", Emotion.DISGUST,
                "fe", Emotion.FEAR,
                "ha", Emotion.HAPPY,
                "sa", Emotion.SAD,
                "su", Emotion.SURPRISE))
        .name(parts -> "s" + subject(parts) + parts.fill("_{emotion}_{sentence}"))
        .speaker(EnglishNames::subject)
        .language("en")
        .sentence("{emotion}{sentence}")
        .build();
  }

  private static String subject(Parts parts) {
    return Integer.toString(parts.number(parts.has("subject") ? "subject" : "speaker"));
  }

  /**
   * EmoV-DB (Adigwe et al. 2018, arXiv:1806.09514): {@code sam_Amused/amused_1-28_0023}, or {@code
   * sam/Amused/…} in the sorted copy, is speaker, emotion, range of the recording session, sentence
   * of CMU Arctic. The files' own names do not say who speaks, so a flat copy cannot be read.
   *
   * <p>Amusement and sleepiness are {@link Emotion#OTHER}: neither is happiness nor boredom.
   */
  private static NameRule emovdb() {
    Map<String, Sex> speakers =
        Map.of("bea", Sex.FEMALE, "jenie", Sex.FEMALE, "josh", Sex.MALE, "sam", Sex.MALE);
    String name =
        "(?<emotion>amused|anger|disgust|neutral|sleepiness)_(?<range>\\d+[-_]\\d+)_(?<sentence>\\d{4})";
    return CodedNames.of(
            "emovdb", "EmoV-DB, Emotional Voices Database", "own non-commercial licence")
        .example("sam_Amused/amused_1-28_0023 (speaker, emotion, range, sentence)")
        .form("(?<speaker>bea|jenie|josh|sam)[_-][a-z]+/" + name)
        .form("(?<speaker>bea|jenie|josh|sam)/[a-z]+/" + name)
        .parts(Part.text("range"), Part.text("sentence"))
        .emotions(
            CodedNames.codes(
                "amused", Emotion.OTHER,
                "anger", Emotion.ANGRY,
                "disgust", Emotion.DISGUST,
                "neutral", Emotion.NEUTRAL,
                "sleepiness", Emotion.OTHER))
        .name("{speaker}_{emotion}_{range}_{sentence}")
        .sex("speaker", speakers)
        .language("en")
        .sentence("{sentence}")
        .build();
  }

  /**
   * JL corpus (James et al. 2018, Interspeech), New Zealand English: {@code male1_angry_10a_1} is
   * speaker, emotion, sentence, session. Excitement counts as happiness, as in IEMOCAP; the five
   * secondary emotions, anxiety among them, are {@link Emotion#OTHER}. The native label tells them
   * apart.
   */
  private static NameRule jl() {
    Map<String, Sex> speakers =
        Map.of("female1", Sex.FEMALE, "female2", Sex.FEMALE, "male1", Sex.MALE, "male2", Sex.MALE);
    return CodedNames.of("jl", "JL corpus, New Zealand English emotional speech", "CC0 1.0")
        .example("male1_angry_10a_1 (speaker, emotion, sentence, session)")
        .form(
            "(?<speaker>(?:fe)?male\\d)_(?<emotion>[a-z]+)_(?<sentence>\\d{1,2}[ab])_(?<session>\\d)")
        .parts(Part.text("sentence"), Part.number("session", 1, 2))
        .emotions(
            CodedNames.codes(
                "angry", Emotion.ANGRY,
                "excited", Emotion.HAPPY,
                "happy", Emotion.HAPPY,
                "neutral", Emotion.NEUTRAL,
                "sad", Emotion.SAD,
                "anxious", Emotion.OTHER,
                "apologetic", Emotion.OTHER,
                "assertive", Emotion.OTHER,
                "concerned", Emotion.OTHER,
                "encouraging", Emotion.OTHER))
        .name("{speaker}_{emotion}_{sentence}_{session}")
        .sex("speaker", speakers)
        .language("en")
        .sentence("{sentence}")
        .take("session")
        .build();
  }
}
