package org.emotone.corpus.reader;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.emotone.corpus.files.Csv;
import org.emotone.corpus.files.SideFiles;

/**
 * nEMO (Christop 2024), Polish: {@code WR0_surprised_64} is speaker, emotion, sentence. Sex and age
 * come from {@code data.tsv}, which the release has beside the folder of recordings, and are
 * unknown without it.
 */
final class NemoNames implements NameRule {

  private static final String LIST = "data.tsv";
  private static final int MAX_AGE = 120;
  private static final NameRule NAMES =
      CodedNames.of("nemo", "nEMO, Dataset of Emotional Speech in Polish", "CC BY-NC-SA 4.0")
          .example("WR0_surprised_64 (speaker, emotion, sentence)")
          .form("(?<speaker>[A-Z]{2}\\d)_(?<emotion>[a-z]+)_(?<sentence>\\d{1,3})")
          .parts(Part.upper("speaker"), Part.text("sentence"))
          .emotions(
              CodedNames.codes(
                  "anger", Emotion.ANGRY,
                  "fear", Emotion.FEAR,
                  "happiness", Emotion.HAPPY,
                  "neutral", Emotion.NEUTRAL,
                  "sadness", Emotion.SAD,
                  "surprised", Emotion.SURPRISE))
          .name("{speaker}_{emotion}_{sentence}")
          .language("pl")
          .sentence("{sentence}")
          .build();

  private final Map<String, Person> speakers;

  private record Person(Sex sex, int age) {}

  private NemoNames(Map<String, Person> speakers) {
    this.speakers = speakers;
  }

  /** The rule where nothing is known of the speakers. */
  static NameRule rule() {
    return new NemoNames(Map.of());
  }

  @Override
  public NameRule in(Path root) throws CorpusException {
    Optional<Path> file = SideFiles.find(root, LIST);
    if (file.isEmpty()) {
      return this;
    }
    Csv list = Csv.read(file.get(), '\t');
    Map<String, Person> found = new HashMap<>();
    for (Csv.Row row : list.rows()) {
      found.put(
          "nemo:" + list.text(row, "speaker_id"),
          new Person(
              list.oneOf(row, "gender", Map.of("female", Sex.FEMALE, "male", Sex.MALE)),
              list.integer(row, "age", 1, MAX_AGE)));
    }
    return new NemoNames(found);
  }

  @Override
  public String id() {
    return NAMES.id();
  }

  @Override
  public String title() {
    return NAMES.title();
  }

  @Override
  public String licence() {
    return NAMES.licence();
  }

  @Override
  public String pattern() {
    return NAMES.pattern();
  }

  @Override
  public boolean looksLike(Path file) {
    return NAMES.looksLike(file);
  }

  @Override
  public Utterance parse(Path file) throws UnreadableName {
    Utterance clip = NAMES.parse(file);
    Person person = speakers.get(clip.speaker());
    return person == null ? clip : clip.with(person.sex, person.age);
  }
}
