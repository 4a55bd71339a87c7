package org.emotone.corpus;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One labelled recording.
 *
 * @param corpus id of its corpus, such as {@code ravdess}
 * @param id name that is unique in the corpus and the same in every copy of it: the file's stem
 * @param path the file
 * @param speaker speaker, prefixed by the corpus, such as {@code ravdess:07}
 * @param sex the speaker's sex, null if not stated
 * @param age the speaker's age in years, null if not stated
 * @param language ISO 639-1 code
 * @param emotion the label
 * @param nativeLabel the label as the corpus writes it
 * @param intensity the corpus' own word for strength, null if not stated
 * @param sentence id of the spoken text, prefixed by the corpus, null if not stated
 * @param take number of the repetition, null if not stated
 */
public record Utterance(
    String corpus,
    String id,
    Path path,
    String speaker,
    @Nullable Sex sex,
    @Nullable Integer age,
    String language,
    Emotion emotion,
    String nativeLabel,
    @Nullable String intensity,
    @Nullable String sentence,
    @Nullable Integer take) {

  /** Name that is unique over all corpora, such as {@code ravdess:03-01-01-01-01-01-01}. */
  public String name() {
    return corpus + ":" + id;
  }

  /** Sex of a speaker, as corpora state it. */
  public enum Sex {
    /** Female. */
    FEMALE,
    /** Male. */
    MALE;

    /** The name as it stands in files and results: lower case. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
