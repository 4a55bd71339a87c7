package org.emotone.corpus.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Names of clips drawn from every corpus' naming rule, and the lists that lie beside them. */
final class Releases {

  private Releases() {}

  /** A name drawn from the rule of each corpus, with the folders that the rule needs. */
  static Map<String, Function<Random, String>> names() {
    Map<String, Function<Random, String>> names = new LinkedHashMap<>();
    names.put(
        "ravdess",
        r ->
            "03-01-%02d-01-%02d-%02d-%02d".formatted(1 + r.nextInt(8), n(r, 2), n(r, 2), n(r, 24)));
    names.put(
        "ravdess-song",
        r ->
            "03-02-%02d-01-%02d-%02d-%02d".formatted(1 + r.nextInt(6), n(r, 2), n(r, 2), n(r, 24)));
    names.put(
        "cremad",
        r ->
            "%d_%s_%s_%s"
                .formatted(
                    1000 + n(r, 91),
                    one(r, "DFA", "IEO", "WSI"),
                    one(r, "ANG", "DIS", "FEA", "HAP", "NEU", "SAD"),
                    one(r, "LO", "MD", "HI", "XX")));
    names.put(
        "tess",
        r ->
            one(r, "OAF", "YAF")
                + one(r, "_back_", "_date_", "_such_")
                + one(r, "angry", "disgust", "fear", "happy", "neutral", "ps", "sad"));
    names.put(
        "savee",
        r ->
            one(r, "DC", "JE", "JK", "KL")
                + one(r, "_", "/")
                + one(r, "a", "d", "f", "h", "n", "sa", "su")
                + two(n(r, 15)));
    names.put(
        "emodb",
        r ->
            one(r, "03", "08", "09", "10", "16")
                + one(r, "a01", "a04", "b02", "b10")
                + one(r, "W", "L", "E", "A", "F", "T", "N")
                + one(r, "a", "b"));
    names.put("shemo", r -> one(r, "F", "M") + two(n(r, 56)) + letter(r, "AHNSFW") + two(n(r, 60)));
    names.put(
        "emovo",
        r ->
            one(r, "dis", "gio", "neu", "pau", "rab", "sor", "tri")
                + one(r, "-f1", "-f3", "-m2")
                + one(r, "-b1", "-l4", "-n5", "-d2"));
    names.put(
        "urdu",
        r ->
            "S%s%d_F%d_%s%03d"
                .formatted(one(r, "M", "F"), n(r, 12), n(r, 40), letter(r, "AHNS"), n(r, 100)));
    names.put(
        "cafe",
        r -> "%s-%s-%d-%d".formatted(two(n(r, 12)), letter(r, "CDJNPST"), n(r, 2), n(r, 6)));
    names.put(
        "subesco",
        r ->
            "%s_%s_OISHI_S_%d_%s_%d"
                .formatted(
                    one(r, "F", "M"),
                    two(n(r, 10)),
                    n(r, 10),
                    one(r, "ANGRY", "DISGUST", "FEAR", "HAPPY", "NEUTRAL", "SAD", "SURPRISE"),
                    n(r, 5)));
    names.put(
        "aesdd", r -> letter(r, "adfhs") + two(n(r, 20)) + " (" + n(r, 6) + ")" + one(r, "", "b"));
    names.put(
        "mesd",
        r ->
            one(r, "Anger", "Disgust", "Fear", "Happiness", "Neutral", "Sadness")
                + one(r, "_F", "_M", "_C")
                + one(r, "_A_", "_B_")
                + one(r, "abajo", "basta_ya", "hoy"));
    names.put(
        "oreau",
        r ->
            one(r, "", "f/sessc/", "m/sessd/")
                + two(n(r, 41))
                + one(r, "a", "b")
                + two(n(r, 20))
                + letter(r, "CDJNPST")
                + "a");
    names.put(
        "enterface",
        r -> "s%d_%s_%d".formatted(n(r, 44), one(r, "an", "di", "fe", "ha", "sa", "su"), n(r, 5)));
    names.put("esd", Releases::esd);
    names.put(
        "casia",
        r ->
            one(r, "liuchanhg", "wangzhe", "ZhaoQuanyin", "zhaozuoxiang")
                + one(r, "/angry/", "/fear/", "/happy/", "/neutral/", "/sad/", "/surprise/")
                + (200 + n(r, 50)));
    names.put(
        "emovdb",
        r ->
            one(r, "bea_Angry", "sam_Neutral", "josh/Amused")
                + "/"
                + one(r, "amused", "anger", "disgust", "neutral", "sleepiness")
                + one(r, "_1-28_00", "_141_168_01")
                + two(n(r, 28)));
    names.put(
        "jl",
        r ->
            one(r, "male1", "male2", "female1", "female2")
                + one(r, "_angry_", "_excited_", "_anxious_", "_neutral_")
                + n(r, 15)
                + one(r, "a_", "b_")
                + n(r, 2));
    names.put(
        "polish",
        r -> one(r, "m1", "f2") + "." + letter(r, "ans") + one(r, "_nie_", "_stop_") + n(r, 5));
    names.put(
        "nemo",
        r ->
            one(r, "WR0", "EB0")
                + one(r, "_anger_", "_fear_", "_happiness_", "_neutral_", "_surprised_")
                + n(r, 90));
    names.put(
        "turev",
        r -> one(r, "1157", "1358", "7895") + one(r, "_kz_", "_sk_", "_mt_", "_hl_") + "beste");
    names.put(
        "ased",
        r ->
            letter(r, "afhns")
                + "5-%02d-%02d-%02d-%02d".formatted(n(r, 27), n(r, 9), n(r, 2), n(r, 65)));
    names.put(
        "baved",
        r ->
            "%d-%s-%d-%d-%d-%d"
                .formatted(
                    n(r, 60),
                    one(r, "f", "m"),
                    17 + n(r, 30),
                    r.nextInt(7),
                    r.nextInt(3),
                    n(r, 999)));
    names.put(
        "emospeech",
        r -> "no-safe-" + one(r, "calm", "angry", "happy") + "-1615" + n(r, 9) + "-x" + n(r, 99));
    names.put(
        "asvpesd",
        r ->
            "03-01-%02d-%02d-%02d-%02d-02-01%s"
                .formatted(n(r, 13), n(r, 2), n(r, 30), n(r, 90), one(r, "", "-02")));
    names.put(
        "resd",
        r -> one(r, "27_neutral_fear_n_", "27_neutral_fear_f_", "08_sadness_anger a_") + n(r, 200));
    names.put(
        "iemocap",
        r -> "Ses0%d%s_impro0%d_%s000".formatted(n(r, 2), "F", n(r, 3), one(r, "F", "M")));
    names.put("meld", r -> one(r, "train_splits", "test_splits") + "/dia" + n(r, 3) + "_utt1");
    names.put("emozionalmente", r -> "16322" + n(r, 5));
    names.put("msppodcast", r -> "MSP-PODCAST_0001_000" + n(r, 5));
    return names;
  }

  /** A name drawn from a corpus' rule. */
  static String name(String corpus, Random random) {
    Function<Random, String> rule = names().get(corpus);
    if (rule == null) {
      throw new IllegalArgumentException(corpus);
    }
    return rule.apply(random);
  }

  private static String esd(Random r) {
    int block = r.nextInt(5);
    String folder = List.of("Neutral", "Angry", "Happy", "Sad", "Surprise").get(block);
    String name = "%04d_%06d".formatted(n(r, 20), block * 350 + n(r, 350));
    return one(r, "", folder + "/", folder + "/train/") + name;
  }

  /** The lists of a corpus that has any, by their paths. */
  static Map<String, String> lists(String corpus) {
    return switch (corpus) {
      case "iemocap" -> Map.of("Session1/dialog/EmoEvaluation/Ses01F_impro01.txt", iemocap());
      case "meld" ->
          Map.of("train_sent_emo.csv", meld("joy"), "MELD/test_sent_emo.csv", meld("anger"));
      case "emozionalmente" ->
          Map.of(
              "metadata/samples.csv",
              samples(),
              "metadata/users.csv",
              "username,gender,age\nanna,female,31\nx,other,\n");
      case "msppodcast" -> Map.of("Labels/labels_consensus.csv", podcast());
      default -> Map.of();
    };
  }

  private static String iemocap() {
    StringBuilder text =
        new StringBuilder("% [START_TIME - END_TIME] TURN_NAME EMOTION [V, A, D]\n\n");
    for (int session = 1; session <= 2; session++) {
      for (int dialogue = 1; dialogue <= 3; dialogue++) {
        for (String who : List.of("F", "M")) {
          text.append(
              "[6.2901 - 8.2357]\tSes0%dF_impro0%d_%s000\tneu\t[2.5000, 2.5000, 2.5000]\n"
                  .formatted(session, dialogue, who));
        }
      }
    }
    return text + "C-E2:\tNeutral;\t()\n";
  }

  private static String meld(String emotion) {
    StringBuilder text =
        new StringBuilder("Sr No.,Utterance,Speaker,Emotion,Sentiment,Dialogue_ID,Utterance_ID\n");
    for (int i = 1; i <= 3; i++) {
      text.append("%d,\"Oh, my \"\"God\"\"!\",Ross,%s,positive,%d,1%n".formatted(i, emotion, i));
    }
    return text.toString();
  }

  private static String samples() {
    StringBuilder text = new StringBuilder("file_name,actor,sentence,emotion_expressed\n");
    for (int i = 1; i <= 5; i++) {
      text.append("16322%d.wav,anna,Ciao come stai,joy%n".formatted(i));
    }
    return text.toString();
  }

  private static String podcast() {
    StringBuilder text =
        new StringBuilder("FileName,EmoClass,EmoAct,EmoVal,EmoDom,SpkrID,Gender,Split_Set\n");
    for (int i = 1; i <= 5; i++) {
      text.append("MSP-PODCAST_0001_000%d.wav,N,2.2,4.0,2.6,30,Male,Test1%n".formatted(i));
    }
    return text.toString();
  }

  private static int n(Random random, int max) {
    return 1 + random.nextInt(max);
  }

  private static String two(int number) {
    return "%02d".formatted(number);
  }

  private static String letter(Random random, String letters) {
    return String.valueOf(letters.charAt(random.nextInt(letters.length())));
  }

  private static String one(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }
}
