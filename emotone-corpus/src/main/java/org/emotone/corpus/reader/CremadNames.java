package org.emotone.corpus.reader;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.emotone.corpus.files.AudioFiles;
import org.emotone.corpus.files.Csv;
import org.emotone.corpus.files.SideFiles;

/**
 * CREMA-D (Cao et al. 2014, doi:10.1109/TAFFC.2014.2336244): {@code 1001_IEO_ANG_HI} is actor,
 * sentence, emotion, level. Age and sex come from {@code VideoDemographics.csv}, looked for in the
 * folder, in those under it and in the one above.
 */
final class CremadNames implements NameRule {

  private static final Pattern FORM =
      Pattern.compile("(\\d{4})_([A-Z]{3})_([A-Z]{3})_(LO|MD|HI|XX?)", Pattern.CASE_INSENSITIVE);
  private static final Map<String, Emotion> EMOTIONS =
      Map.of(
          "ANG", Emotion.ANGRY,
          "DIS", Emotion.DISGUST,
          "FEA", Emotion.FEAR,
          "HAP", Emotion.HAPPY,
          "NEU", Emotion.NEUTRAL,
          "SAD", Emotion.SAD);
  private static final Set<String> SENTENCES =
      Set.of("DFA", "IEO", "IOM", "ITH", "ITS", "IWL", "IWW", "MTI", "TAI", "TIE", "TSI", "WSI");
  private static final int FIRST_ACTOR = 1001;
  private static final int LAST_ACTOR = 1091;
  private static final String DEMOGRAPHICS = "VideoDemographics.csv";
  private static final int MAX_AGE = 120;

  private final Map<Integer, Actor> actors;

  private record Actor(Sex sex, int age) {}

  private CremadNames(Map<Integer, Actor> actors) {
    this.actors = actors;
  }

  /** The rule where nothing is known of the actors. */
  static CremadNames withoutDemographics() {
    return new CremadNames(Map.of());
  }

  @Override
  public CremadNames in(Path root) throws CorpusException {
    Optional<Path> file = SideFiles.find(root, DEMOGRAPHICS);
    return file.isEmpty() ? this : new CremadNames(actors(Csv.read(file.get())));
  }

  @Override
  public String id() {
    return "cremad";
  }

  @Override
  public String title() {
    return "CREMA-D, Crowd-sourced Emotional Multimodal Actors Dataset";
  }

  @Override
  public String licence() {
    return "ODbL 1.0, contents DbCL 1.0";
  }

  @Override
  public String pattern() {
    return "1001_IEO_ANG_HI (actor, sentence, emotion, level)";
  }

  @Override
  public boolean looksLike(Path file) {
    return FORM.matcher(AudioFiles.stem(file)).matches();
  }

  @Override
  public Utterance parse(Path file) throws UnreadableName {
    Matcher name = FORM.matcher(AudioFiles.stem(file).toUpperCase(Locale.ROOT));
    if (!name.matches()) {
      throw UnreadableName.form(this);
    }
    int actor = Integer.parseInt(name.group(1));
    String sentence = name.group(2);
    String label = name.group(3);
    // The original release names one clip 1040_ITH_SAD_X.
    String level = name.group(4).equals("X") ? "XX" : name.group(4);
    if (actor < FIRST_ACTOR || actor > LAST_ACTOR) {
      throw UnreadableName.because(
          "actor %d is not one of %d to %d".formatted(actor, FIRST_ACTOR, LAST_ACTOR));
    }
    if (!SENTENCES.contains(sentence)) {
      throw UnreadableName.code("sentence", sentence, SENTENCES);
    }
    Emotion emotion = EMOTIONS.get(label);
    if (emotion == null) {
      throw UnreadableName.code("emotion", label, EMOTIONS.keySet());
    }
    Actor person = actors.get(actor);
    return new Utterance(
        id(),
        String.join("_", List.of(name.group(1), sentence, label, level)),
        file,
        "cremad:" + actor,
        person == null ? null : person.sex,
        person == null ? null : person.age,
        "en",
        emotion,
        label,
        level.equals("XX") ? null : level,
        "cremad:" + sentence,
        null);
  }

  private static Map<Integer, Actor> actors(Csv csv) throws CorpusException {
    Map<Integer, Actor> actors = new HashMap<>();
    for (Csv.Row row : csv.rows()) {
      actors.put(
          csv.integer(row, "ActorID", FIRST_ACTOR, LAST_ACTOR),
          new Actor(
              csv.oneOf(row, "Sex", Map.of("Male", Sex.MALE, "Female", Sex.FEMALE)),
              csv.integer(row, "Age", 1, MAX_AGE)));
    }
    return actors;
  }
}
