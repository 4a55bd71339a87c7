package org.emotone.corpus.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One recording that stands in the data more than once.
 *
 * @param clips the clips that hold it
 * @param identical whether every sample is equal; else they are the same but for gain, coding,
 *     rate, trimming or faint noise
 * @param bitError share of fingerprint bits that differ, 0 … 1; below 0.1 for all but the coarsest
 *     coding
 * @param conflict what the clips' labels disagree in
 */
public record Duplicate(List<ClipRef> clips, boolean identical, double bitError, Conflict conflict)
    implements Finding {

  /** What the labels of one recording may disagree in, the worst first. */
  public enum Conflict {
    /** The emotion: one of the labels is wrong. */
    EMOTION("emotion"),
    /** The speaker: one of the names is wrong, and no split can keep the speakers apart. */
    SPEAKER("speaker"),
    /** The sentence. */
    SENTENCE("sentence"),
    /** The intensity. */
    INTENSITY("intensity"),
    /** Nothing. */
    NONE("none");

    private final String id;

    Conflict(String id) {
      this.id = id;
    }

    /** The name as it stands in files and results. */
    @JsonValue
    public String id() {
      return id;
    }
  }

  /** Copies the list. */
  public Duplicate {
    clips = List.copyOf(clips);
  }

  static Duplicate of(List<ClipRef> clips, boolean identical, double bitError) {
    return new Duplicate(clips, identical, bitError, conflict(clips));
  }

  private static Conflict conflict(List<ClipRef> clips) {
    if (differ(clips, ClipRef::emotion)) {
      return Conflict.EMOTION;
    }
    if (differ(clips, ClipRef::speaker)) {
      return Conflict.SPEAKER;
    }
    if (differ(clips, ClipRef::sentence)) {
      return Conflict.SENTENCE;
    }
    return differ(clips, ClipRef::intensity) ? Conflict.INTENSITY : Conflict.NONE;
  }

  private static boolean differ(List<ClipRef> clips, Function<ClipRef, @Nullable String> part) {
    return clips.stream().map(part).filter(Objects::nonNull).distinct().count() > 1;
  }

  @Override
  public Severity severity() {
    return conflict == Conflict.EMOTION || conflict == Conflict.SPEAKER
        ? Severity.ERROR
        : Severity.WARNING;
  }

  @Override
  public String message() {
    String what =
        switch (conflict) {
          case EMOTION -> "one recording under different emotions";
          case SPEAKER -> "one recording under different speakers";
          case SENTENCE -> "one recording under different sentences";
          case INTENSITY -> "one recording under different intensities";
          case NONE -> "one recording twice";
        };
    String names = Words.list(clips.stream().map(ClipRef::words).toList(), "");
    return what
        + ": "
        + names
        + (identical
            ? ", identical"
            : String.format(
                Locale.ROOT, ", near-identical (%.0f %% of the bits differ)", 100 * bitError));
  }

  @Override
  public String remedy() {
    return switch (conflict) {
      case EMOTION ->
          "Listen, keep the clip whose label is right, and remove the others; remove all if you cannot"
              + " tell.";
      case SPEAKER -> "Find out who speaks, and remove the clips under other names.";
      case SENTENCE, INTENSITY, NONE -> "Keep one of them, or keep all on one side of every split.";
    };
  }

  @Override
  public List<Path> files() {
    return clips.stream().map(ClipRef::file).toList();
  }
}
