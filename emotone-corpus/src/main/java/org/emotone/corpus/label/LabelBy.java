package org.emotone.corpus.label;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;

/** What of a clip a label scheme goes by, and the word for it that its table is looked up with. */
public enum LabelBy {
  /** The emotion's id, such as {@code sad}. */
  EMOTION("emotion"),
  /** The sex of the speaker: {@code female} or {@code male}. */
  SEX("sex"),
  /** Sex and emotion, such as {@code female-sad}. */
  SEX_AND_EMOTION("sexAndEmotion"),
  /** The corpus' own word for the strength of the emotion, in lower case. */
  INTENSITY("intensity"),
  /** The label as the corpus writes it, for labels that {@code Emotion} has no name for. */
  NATIVE_LABEL("nativeLabel"),
  /** Who speaks, such as {@code ravdess:07}; clips of unknown speakers have no word. */
  SPEAKER("speaker");

  private final String id;

  LabelBy(String id) {
    this.id = id;
  }

  /** The name as it stands in recipes and manifests. */
  public String id() {
    return id;
  }

  /**
   * The one with an id.
   *
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public static LabelBy of(String id) {
    return Arrays.stream(values())
        .filter(by -> by.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "labels cannot go by '%s'; there are %s"
                        .formatted(
                            id,
                            Arrays.stream(values())
                                .map(LabelBy::id)
                                .collect(Collectors.joining(", ")))));
  }

  /** The word for a clip, empty if the corpus does not state what this goes by. */
  public Optional<String> wordOf(Utterance clip) {
    Optional<String> sex = Optional.ofNullable(clip.sex()).map(Sex::id);
    return switch (this) {
      case EMOTION -> Optional.of(clip.emotion().id());
      case SEX -> sex;
      case SEX_AND_EMOTION -> sex.map(word -> word + "-" + clip.emotion().id());
      case INTENSITY -> Optional.ofNullable(clip.intensity()).map(w -> w.toLowerCase(Locale.ROOT));
      case NATIVE_LABEL -> Optional.of(clip.nativeLabel());
      case SPEAKER -> clip.speakerKnown() ? Optional.of(clip.speaker()) : Optional.empty();
    };
  }
}
