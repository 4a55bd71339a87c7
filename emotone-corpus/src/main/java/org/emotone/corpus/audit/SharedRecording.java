package org.emotone.corpus.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One recording on both sides of a split: the test asks for what was learned by heart.
 *
 * @param sides which sides
 * @param evidence how it is known to be the same
 * @param first the clips with it on the first side
 * @param second the clips with it on the second side
 */
public record SharedRecording(
    Sides sides, Evidence evidence, List<ClipRef> first, List<ClipRef> second) implements Finding {

  /** How recordings are known to be the same. */
  public enum Evidence {
    /** They sound the same. */
    SOUND("sound"),
    /** One is named as an augmented copy of the other. */
    AUGMENTED_NAME("augmentedName"),
    /** It is one clip, listed on both sides. */
    SAME_CLIP("sameClip");

    private final String id;

    Evidence(String id) {
      this.id = id;
    }

    /** The name as it stands in files and results. */
    @JsonValue
    public String id() {
      return id;
    }
  }

  /** Copies the lists. */
  public SharedRecording {
    first = List.copyOf(first);
    second = List.copyOf(second);
  }

  @Override
  public Severity severity() {
    return sides.severity();
  }

  @Override
  public String message() {
    String what =
        switch (evidence) {
          case SOUND -> "one recording on both sides";
          case AUGMENTED_NAME -> "a clip and its augmented copy on two sides";
          case SAME_CLIP -> "one clip on both sides";
        };
    return "%s: %s in %s, %s in %s"
        .formatted(what, names(first), sides.first(), names(second), sides.second());
  }

  private static String names(List<ClipRef> clips) {
    return Words.list(clips.stream().map(ClipRef::words).toList(), "");
  }

  @Override
  public String remedy() {
    return "Remove one of them, or split by recording; augment after the split, and only training"
        + " clips.";
  }

  @Override
  public List<Path> files() {
    return Stream.concat(first.stream(), second.stream()).map(ClipRef::file).toList();
  }
}
