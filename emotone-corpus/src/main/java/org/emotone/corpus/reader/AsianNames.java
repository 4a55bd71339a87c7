package org.emotone.corpus.reader;

import java.util.List;
import java.util.Map;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance.Sex;
import org.jspecify.annotations.Nullable;

/** Corpora of Persian, Urdu, Bengali and Chinese speech whose files' names say everything. */
final class AsianNames {

  private static final Map<String, Sex> FM = Map.of("F", Sex.FEMALE, "M", Sex.MALE);

  private AsianNames() {}

  /** All of them. */
  static List<NameRule> rules() {
    return List.of(shemo(), urdu(), subesco(), esd(), casia());
  }

  /**
   * ShEMO (Mohamad Nezami et al. 2019, doi:10.1007/s10579-018-9427-x), Persian: {@code F01A01} is
   * sex, speaker, emotion (W for wonder, surprise), number of the utterance.
   */
  private static NameRule shemo() {
    return CodedNames.of("shemo", "ShEMO, Sharif Emotional Speech Database", "no licence stated")
        .example("F01A01 (sex, speaker, emotion, number)")
        .form("(?<sex>[FM])(?<number>\\d\\d)(?<emotion>[A-Z])(?<utterance>\\d{2,3})")
        .parts(Part.text("number"), Part.text("utterance"))
        .emotions(
            CodedNames.codes(
                "A", Emotion.ANGRY,
                "F", Emotion.FEAR,
                "H", Emotion.HAPPY,
                "N", Emotion.NEUTRAL,
                "S", Emotion.SAD,
                "W", Emotion.SURPRISE))
        .sex("sex", FM)
        .name("{sex}{number}{emotion}{utterance}")
        .speaker("{sex}{number}")
        .language("fa")
        .build();
  }

  /**
   * URDU (Latif et al. 2018): {@code SM1_F10_A010} is speaker (its second letter the sex), file,
   * emotion with a number. The readme counts 38 speakers, the names only 29.
   */
  private static NameRule urdu() {
    return CodedNames.of("urdu", "URDU, emotional utterances from talk shows", "research only")
        .example("SM1_F10_A010 (speaker, file, emotion and number)")
        .form("(?<speaker>S(?<sex>[FM])\\d+)_(?<file>F\\d+)_(?<emotion>[A-Z])(?<number>\\d+)")
        .parts(Part.upper("speaker"), Part.upper("file"), Part.text("number"))
        .emotions(
            CodedNames.codes(
                "A", Emotion.ANGRY, "H", Emotion.HAPPY, "N", Emotion.NEUTRAL, "S", Emotion.SAD))
        .sex("sex", FM)
        .name("{speaker}_{file}_{emotion}{number}")
        .language("ur")
        .build();
  }

  /**
   * SUBESCO (Sultana et al. 2021, doi:10.1371/journal.pone.0250173), Bengali: {@code
   * F_01_OISHI_S_1_HAPPY_2} is sex, number and name of the speaker, sentence, emotion, take. Women
   * and men are numbered apart.
   */
  private static NameRule subesco() {
    return CodedNames.of("subesco", "SUBESCO, SUST Bangla Emotional Speech Corpus", "CC BY 4.0")
        .example("F_01_OISHI_S_1_HAPPY_2 (sex, speaker, name, sentence, emotion, take)")
        .form(
            "(?<sex>[FM])_(?<number>\\d\\d)_(?<actor>[^_/]+)_S_(?<sentence>\\d{1,2})"
                + "_(?<emotion>[A-Z]+)_(?<take>\\d)")
        .parts(
            Part.number("number", 1, 10),
            Part.upper("actor"),
            Part.number("sentence", 1, 10),
            Part.number("take", 1, 5))
        .emotions(
            CodedNames.codes(
                "ANGRY", Emotion.ANGRY,
                "DISGUST", Emotion.DISGUST,
                "FEAR", Emotion.FEAR,
                "HAPPY", Emotion.HAPPY,
                "NEUTRAL", Emotion.NEUTRAL,
                "SAD", Emotion.SAD,
                "SURPRISE", Emotion.SURPRISE))
        .sex("sex", FM)
        .name("{sex}_{number}_{actor}_S_{sentence}_{emotion}_{take}")
        .speaker("{sex}{number}")
        .language("bn")
        .sentence("{sentence}")
        .take("take")
        .build();
  }

  private static final List<String> ESD_EMOTIONS =
      List.of("Neutral", "Angry", "Happy", "Sad", "Surprise");
  private static final int ESD_SENTENCES = 350;
  private static final int ESD_CHINESE = 10;
  private static final List<Integer> ESD_MEN = List.of(4, 5, 6, 8, 10, 11, 13, 14, 20);
  private static final List<Integer> ESD_UNCERTAIN = List.of(12, 19);

  /**
   * ESD (Zhou et al. 2022), English and Chinese: {@code 0011/Angry/0011_000351}, with a folder
   * {@code train}, {@code evaluation} or {@code test} between in some copies, is speaker, emotion,
   * number. Each speaker of a language (0001 to 0010 Chinese, 0011 to 0020 English) says the same
   * 350 sentences in each emotion, numbered through in the order neutral, angry, happy, sad,
   * surprise: the folder must agree with that, and a flat copy is read by it alone.
   *
   * <p>Public scripts that prepare ESD agree on the sexes but for 0012 and 0019, which are left
   * open.
   */
  private static NameRule esd() {
    String name = "(?<speaker>\\d{4})_(?<number>\\d{6})";
    return CodedNames.of("esd", "ESD, Emotional Speech Dataset", "research only, by agreement")
        .example("0011/Angry/0011_000351 (speaker, emotion, number)")
        .form("(?<emotion>Neutral|Angry|Happy|Sad|Surprise)/(?:(?:train|evaluation|test)/)?" + name)
        .form(name)
        .parts(
            Part.number("speaker", 1, 20),
            Part.number("number", 1, ESD_EMOTIONS.size() * ESD_SENTENCES),
            Part.words("emotion", ESD_EMOTIONS.toArray(String[]::new)))
        .check(AsianNames::checkBlock)
        .label(found -> new CodedNames.Label(esdEmotion(block(found)), block(found)))
        .name("{speaker}_{number}")
        .sex(AsianNames::esdSex)
        .language(AsianNames::esdLanguage)
        .sentence(
            found -> esdLanguage(found) + "-" + ((found.number("number") - 1) % ESD_SENTENCES + 1))
        .build();
  }

  private static String block(Parts name) {
    return ESD_EMOTIONS.get((name.number("number") - 1) / ESD_SENTENCES);
  }

  private static void checkBlock(Parts name) throws UnreadableName {
    if (name.has("emotion") && !name.text("emotion").equals(block(name))) {
      throw UnreadableName.because(
          "number %s is among those of %s, but the folder says %s"
              .formatted(name.text("number"), block(name), name.text("emotion")));
    }
  }

  private static Emotion esdEmotion(String word) {
    return switch (word) {
      case "Neutral" -> Emotion.NEUTRAL;
      case "Angry" -> Emotion.ANGRY;
      case "Happy" -> Emotion.HAPPY;
      case "Sad" -> Emotion.SAD;
      default -> Emotion.SURPRISE;
    };
  }

  private static @Nullable Sex esdSex(Parts name) {
    int speaker = name.number("speaker");
    if (ESD_UNCERTAIN.contains(speaker)) {
      return null;
    }
    return ESD_MEN.contains(speaker) ? Sex.MALE : Sex.FEMALE;
  }

  private static String esdLanguage(Parts name) {
    return name.number("speaker") <= ESD_CHINESE ? "zh" : "en";
  }

  /**
   * CASIA (Institute of Automation, Chinese Academy of Sciences), Chinese: {@code
   * wangzhe/angry/201} is speaker, emotion, sentence. The files' own names are numbers, so a flat
   * copy cannot be read. Two of the four speakers are women; which is not verified and left open.
   */
  private static NameRule casia() {
    return CodedNames.of(
            "casia", "CASIA Chinese emotional speech corpus", "by agreement with its owners")
        .example("wangzhe/angry/201 (speaker, emotion, sentence)")
        .form(
            "(?<speaker>liuchanhg|liuchang|wangzhe|zhaoquanyin|zhaozuoxiang)/(?<emotion>[a-z]+)"
                + "/(?<sentence>\\d{3})")
        .parts(
            Part.words(
                "speaker", "liuchanhg", "liuchang", "wangzhe", "ZhaoQuanyin", "zhaozuoxiang"),
            Part.text("sentence"))
        .emotions(
            CodedNames.codes(
                "angry", Emotion.ANGRY,
                "fear", Emotion.FEAR,
                "happy", Emotion.HAPPY,
                "neutral", Emotion.NEUTRAL,
                "sad", Emotion.SAD,
                "surprise", Emotion.SURPRISE))
        .name("{sentence}-{speaker}-{emotion}")
        .language("zh")
        .sentence("{sentence}")
        .build();
  }
}
