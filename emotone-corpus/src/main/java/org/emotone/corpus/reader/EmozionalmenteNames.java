package org.emotone.corpus.reader;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.emotone.corpus.files.AudioFiles;
import org.emotone.corpus.files.Csv;
import org.emotone.corpus.files.SideFiles;
import org.emotone.corpus.files.Words;
import org.jspecify.annotations.Nullable;

/**
 * Emozionalmente (Catania 2022, doi:10.5281/zenodo.6569824), Italian, recorded by 431 volunteers:
 * the names mean nothing, everything is in {@code metadata/samples.csv} (file_name, actor,
 * sentence, emotion_expressed) and {@code metadata/users.csv} (username, gender, age).
 */
final class EmozionalmenteNames implements NameRule {

  private static final int MAX_AGE = 120;
  private static final Map<String, Emotion> EMOTIONS =
      CodedNames.codes(
          "anger", Emotion.ANGRY,
          "disgust", Emotion.DISGUST,
          "fear", Emotion.FEAR,
          "joy", Emotion.HAPPY,
          "neutrality", Emotion.NEUTRAL,
          "sadness", Emotion.SAD,
          "surprise", Emotion.SURPRISE);

  private final Map<String, Sample> samples;
  private final Map<String, Person> users;

  private record Sample(String actor, String sentence, String emotion) {}

  private record Person(@Nullable Sex sex, @Nullable Integer age) {}

  private EmozionalmenteNames(Map<String, Sample> samples, Map<String, Person> users) {
    this.samples = samples;
    this.users = users;
  }

  /** The rule before it has found its lists. */
  static NameRule rule() {
    return new EmozionalmenteNames(Map.of(), Map.of());
  }

  @Override
  public NameRule in(Path root) throws CorpusException {
    Optional<Path> file = SideFiles.find(root, "samples.csv");
    if (file.isEmpty()) {
      throw new CorpusException(
          root + ": no samples.csv in it; expected the folders audio and metadata of the release");
    }
    Csv list = Csv.read(file.get());
    Map<String, Sample> found = new HashMap<>();
    for (Csv.Row row : list.rows()) {
      found.put(
          list.text(row, "file_name").toLowerCase(Locale.ROOT),
          new Sample(
              list.text(row, "actor"),
              list.text(row, "sentence"),
              list.text(row, "emotion_expressed")));
    }
    return new EmozionalmenteNames(found, users(root));
  }

  private static Map<String, Person> users(Path root) throws CorpusException {
    Optional<Path> file = SideFiles.find(root, "users.csv");
    Map<String, Person> users = new HashMap<>();
    if (file.isPresent()) {
      Csv list = Csv.read(file.get());
      for (Csv.Row row : list.rows()) {
        users.put(
            list.text(row, "username"),
            new Person(
                Words.sex(list.text(row, "gender")).orElse(null),
                list.text(row, "age").isEmpty() ? null : list.integer(row, "age", 1, MAX_AGE)));
      }
    }
    return users;
  }

  @Override
  public boolean namesSuffice() {
    return false;
  }

  @Override
  public String id() {
    return "emozionalmente";
  }

  @Override
  public String title() {
    return "Emozionalmente, crowdsourced Italian emotional speech";
  }

  @Override
  public String licence() {
    return "CC BY 4.0";
  }

  @Override
  public String pattern() {
    return "in metadata/samples.csv (file_name, actor, sentence, emotion_expressed)";
  }

  @Override
  public boolean looksLike(Path file) {
    return samples.isEmpty() || samples.containsKey(key(file));
  }

  @Override
  public Utterance parse(Path file) throws UnreadableName {
    Sample sample = samples.get(key(file));
    if (sample == null) {
      throw UnreadableName.because("is not in metadata/samples.csv");
    }
    Emotion emotion = EMOTIONS.get(sample.emotion);
    if (emotion == null) {
      throw UnreadableName.code("emotion", sample.emotion, EMOTIONS.keySet());
    }
    Person person = users.getOrDefault(sample.actor, new Person(null, null));
    return new Utterance(
        id(),
        AudioFiles.stem(file),
        file,
        "emozionalmente:" + sample.actor,
        person.sex,
        person.age,
        "it",
        emotion,
        sample.emotion,
        null,
        sample.sentence.isEmpty() ? null : "emozionalmente:" + sample.sentence,
        null);
  }

  /** The name that the list has: its files are WAV, whatever a copy was encoded to. */
  private static String key(Path file) {
    return AudioFiles.stem(file).toLowerCase(Locale.ROOT) + ".wav";
  }
}
