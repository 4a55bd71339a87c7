package org.emotone.training.study;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.emotone.training.recipe.DrawnSplits;
import org.emotone.training.recipe.SplitChoice;

/** Ways to hold a part of a corpus out, from what flatters most to what is honest. */
public enum Partition {
  /** Single clips: the model has heard their speakers, and maybe copies of them. */
  RANDOM("random"),
  /** Whole recordings with their copies: the model has heard their speakers. */
  RECORDING("recording"),
  /** Whole sentences: the model has heard their speakers. */
  SENTENCE("sentence"),
  /** Whole speakers. */
  SPEAKERS("speakers");

  private final String id;

  Partition(String id) {
    this.id = id;
  }

  /** The name that commands and files have. */
  @JsonValue
  public String id() {
    return id;
  }

  /**
   * The partition of a name.
   *
   * @throws IllegalArgumentException if there is none, with those that there are
   */
  public static Partition of(String id) {
    return Arrays.stream(values())
        .filter(partition -> partition.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no partition '"
                        + id
                        + "'; allowed: "
                        + Arrays.stream(values())
                            .map(Partition::id)
                            .collect(Collectors.joining(", "))));
  }

  /** The name for people. */
  public String words() {
    return switch (this) {
      case RANDOM -> "random clips";
      case RECORDING -> "by recording";
      case SENTENCE -> "by sentence";
      case SPEAKERS -> "by speaker";
    };
  }

  /** Whether the model has heard the speakers that it is measured on. */
  public boolean speakerDependent() {
    return this != SPEAKERS;
  }

  /** The split of one fold; those that are drawn hold out as much as a fold of speakers does. */
  SplitChoice split(int folds, int fold) {
    double share = 1.0 / folds;
    return switch (this) {
      case RANDOM -> new DrawnSplits.Random(share);
      case RECORDING -> new DrawnSplits.ByRecording(share);
      case SENTENCE -> new DrawnSplits.SentenceOpen(share);
      case SPEAKERS -> new SplitChoice.SpeakerFolds(folds, fold);
    };
  }
}
