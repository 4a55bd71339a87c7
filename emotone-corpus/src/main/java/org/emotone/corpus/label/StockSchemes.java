package org.emotone.corpus.label;

import static org.emotone.corpus.Emotion.ANGRY;
import static org.emotone.corpus.Emotion.BOREDOM;
import static org.emotone.corpus.Emotion.CALM;
import static org.emotone.corpus.Emotion.DISGUST;
import static org.emotone.corpus.Emotion.FEAR;
import static org.emotone.corpus.Emotion.HAPPY;
import static org.emotone.corpus.Emotion.NEUTRAL;
import static org.emotone.corpus.Emotion.SAD;
import static org.emotone.corpus.Emotion.SURPRISE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance.Sex;

/** The label schemes that have a name; {@link LabelScheme#of} tells what they are. */
final class StockSchemes {

  private static final List<Emotion> RAVDESS_ORDER =
      List.of(NEUTRAL, CALM, HAPPY, SAD, ANGRY, FEAR, DISGUST, SURPRISE);
  private static final List<String> VALENCES = List.of("positive", "negative", "neutral");

  private StockSchemes() {}

  static List<LabelScheme> all() {
    return List.of(
        emotions("emotions8", RAVDESS_ORDER),
        emotions7(),
        emotions("emotions6", List.of(ANGRY, DISGUST, FEAR, HAPPY, NEUTRAL, SAD)),
        emotions("emotions5", List.of(ANGRY, FEAR, HAPPY, NEUTRAL, SAD)),
        emotions("emodb7", List.of(ANGRY, BOREDOM, DISGUST, FEAR, HAPPY, NEUTRAL, SAD)),
        emotions("emotions4", List.of(ANGRY, HAPPY, NEUTRAL, SAD)),
        emotions("all9", with(RAVDESS_ORDER, BOREDOM)),
        valence3(),
        valence3Soft(),
        valence2(),
        new LabelScheme(
            "sex",
            List.of("female", "male"),
            Labelling.of(LabelBy.SEX, Map.of("female", "female", "male", "male"))),
        sexEmotions("sexEmotions10", List.of(ANGRY, CALM, FEAR, HAPPY, SAD)),
        sexEmotions("sexEmotions12", List.of(ANGRY, CALM, FEAR, HAPPY, NEUTRAL, SAD)),
        sexEmotions14(),
        sexEmotions("sexEmotions16", RAVDESS_ORDER),
        intensity());
  }

  private static LabelScheme emotions(String id, List<Emotion> emotions) {
    return new LabelScheme(id, emotions.stream().map(Emotion::id).toList(), own(emotions));
  }

  private static LabelScheme emotions7() {
    Map<Emotion, String> classOf = calmIsNeutral();
    return new LabelScheme("emotions7", List.copyOf(new TreeSet<>(classOf.values())), classOf);
  }

  private static LabelScheme valence3() {
    Map<Emotion, String> classOf = new EnumMap<>(Emotion.class);
    classOf.put(HAPPY, "positive");
    List.of(ANGRY, FEAR, DISGUST, SAD, BOREDOM).forEach(e -> classOf.put(e, "negative"));
    List.of(NEUTRAL, CALM).forEach(e -> classOf.put(e, "neutral"));
    return new LabelScheme("valence3", VALENCES, classOf);
  }

  /** The map of the ITC Fellow project (2020), and disgust as negative. */
  private static LabelScheme valence3Soft() {
    Map<Emotion, Map<String, Double>> shares = new EnumMap<>(Emotion.class);
    shares.put(HAPPY, Map.of("positive", 1.0));
    shares.put(SURPRISE, Map.of("positive", 0.5, "neutral", 0.5));
    shares.put(SAD, Map.of("negative", 0.5, "neutral", 0.5));
    List.of(ANGRY, FEAR, DISGUST).forEach(e -> shares.put(e, Map.of("negative", 1.0)));
    List.of(NEUTRAL, CALM).forEach(e -> shares.put(e, Map.of("neutral", 1.0)));
    return new LabelScheme("valence3-soft", VALENCES, Labelling.soft(shares));
  }

  private static LabelScheme valence2() {
    Map<Emotion, String> classOf = new EnumMap<>(Emotion.class);
    classOf.put(HAPPY, "positive");
    List.of(ANGRY, FEAR, DISGUST, SAD, BOREDOM).forEach(e -> classOf.put(e, "negative"));
    return new LabelScheme("valence2", List.of("positive", "negative"), classOf);
  }

  private static LabelScheme sexEmotions(String id, List<Emotion> emotions) {
    return sexEmotions(id, emotions.stream().map(Emotion::id).toList(), own(emotions));
  }

  private static LabelScheme sexEmotions14() {
    Map<Emotion, String> classOf = calmIsNeutral();
    return sexEmotions("sexEmotions14", List.copyOf(new TreeSet<>(classOf.values())), classOf);
  }

  private static LabelScheme sexEmotions(
      String id, List<String> names, Map<Emotion, String> classOf) {
    List<String> classes = new ArrayList<>();
    Map<String, String> table = new TreeMap<>();
    for (Sex sex : Sex.values()) {
      names.forEach(name -> classes.add(sex.id() + "-" + name));
      classOf.forEach(
          (emotion, name) -> table.put(sex.id() + "-" + emotion.id(), sex.id() + "-" + name));
    }
    return new LabelScheme(id, classes, Labelling.of(LabelBy.SEX_AND_EMOTION, table));
  }

  private static LabelScheme intensity() {
    return new LabelScheme(
        "intensity",
        List.of("low", "normal", "high"),
        Labelling.of(
            LabelBy.INTENSITY,
            Map.of(
                "lo", "low",
                "low", "low",
                "weak", "low",
                "md", "normal",
                "normal", "normal",
                "hi", "high",
                "high", "high",
                "strong", "high")));
  }

  private static Map<Emotion, String> own(List<Emotion> emotions) {
    Map<Emotion, String> classOf = new EnumMap<>(Emotion.class);
    emotions.forEach(emotion -> classOf.put(emotion, emotion.id()));
    return classOf;
  }

  private static Map<Emotion, String> calmIsNeutral() {
    Map<Emotion, String> classOf = own(RAVDESS_ORDER);
    classOf.put(CALM, NEUTRAL.id());
    return classOf;
  }

  private static List<Emotion> with(List<Emotion> emotions, Emotion more) {
    List<Emotion> all = new ArrayList<>(emotions);
    all.add(more);
    return all;
  }
}
