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
 * @param speaker speaker, prefixed by the corpus, such as {@code ravdess:07}; {@code
 *     corpus:unknown} where the corpus does not say who speaks, so that all such clips stay
 *     together in a split by speakers
 * @param sex the speaker's sex, null if not stated
 * @param age the speaker's age in years, null if not stated
 * @param language ISO 639-1 code, {@code und} if not stated
 * @param emotion the label
 * @param nativeLabel the label as the corpus writes it
 * @param intensity the corpus' own word for strength, null if not stated
 * @param sentence id of the spoken text, prefixed by the corpus, null if not stated
 * @param take number of the repetition, null if not stated
 * @param segment the part of the file that this is, null for the whole file
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
    @Nullable Integer take,
    @Nullable Segment segment) {

  /** The language of clips whose corpus does not state it (ISO 639-2). */
  public static final String UNKNOWN_LANGUAGE = "und";

  /** What stands after the corpus in {@link #speaker()} where nobody knows who speaks. */
  public static final String UNKNOWN_SPEAKER = "unknown";

  /** A recording that is a whole file. */
  public Utterance(
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
    this(
        corpus,
        id,
        path,
        speaker,
        sex,
        age,
        language,
        emotion,
        nativeLabel,
        intensity,
        sentence,
        take,
        null);
  }

  /** Whether the corpus says who speaks. */
  public boolean speakerKnown() {
    return !speaker.equals(corpus + ":" + UNKNOWN_SPEAKER);
  }

  /** Name that is unique over all corpora, such as {@code ravdess:03-01-01-01-01-01-01}. */
  public String name() {
    return corpus + ":" + id;
  }

  /** The same with what a list says of the speaker. */
  public Utterance with(@Nullable Sex statedSex, @Nullable Integer statedAge) {
    return new Utterance(
        corpus,
        id,
        path,
        speaker,
        statedSex,
        statedAge,
        language,
        emotion,
        nativeLabel,
        intensity,
        sentence,
        take,
        segment);
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
