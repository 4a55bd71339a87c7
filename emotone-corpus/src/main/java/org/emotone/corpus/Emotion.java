package org.emotone.corpus;

import java.util.Locale;

/** The emotions that corpora annotate. */
public enum Emotion {
  /** No emotion. */
  NEUTRAL,
  /** Calm: neutral of face and voice, with a positive touch (RAVDESS). */
  CALM,
  /** Happiness, joy. */
  HAPPY,
  /** Sadness. */
  SAD,
  /** Anger. */
  ANGRY,
  /** Fear, anxiety. */
  FEAR,
  /** Disgust. */
  DISGUST,
  /** Surprise; in TESS pleasant surprise. */
  SURPRISE,
  /** Boredom. */
  BOREDOM,
  /** Any other annotated emotion. */
  OTHER;

  /** The name as it stands in files and results: lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The emotion with an id.
   *
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public static Emotion of(String id) {
    for (Emotion emotion : values()) {
      if (emotion.id().equals(id)) {
        return emotion;
      }
    }
    throw new IllegalArgumentException(
        "no emotion is called '"
            + id
            + "'; there are "
            + String.join(", ", java.util.Arrays.stream(values()).map(Emotion::id).toList()));
  }
}
