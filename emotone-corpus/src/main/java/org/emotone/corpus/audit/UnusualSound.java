package org.emotone.corpus.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Clips of one corpus that sound as no clip should.
 *
 * @param corpus id of the corpus
 * @param kind in which way
 * @param limit where it begins, in the unit of the kind
 * @param clips the clips, the worst first
 */
public record UnusualSound(String corpus, Kind kind, double limit, List<Measured> clips)
    implements Finding {

  /**
   * A clip and what was measured.
   *
   * @param file the clip
   * @param value in the unit of the kind
   */
  public record Measured(Path file, double value) {}

  /** Ways to be unusual. */
  public enum Kind {
    /** The largest amplitude is low; dB below full scale. */
    SILENT("silent"),
    /** Samples stand at full scale in a row; per cent of all samples. */
    CLIPPED("clipped"),
    /** Too short to hold an utterance; seconds. */
    SHORT("short"),
    /** Too long to be one utterance; seconds. */
    LONG("long");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The name as it stands in files and results. */
    @JsonValue
    public String id() {
      return id;
    }
  }

  /** Copies the list. */
  public UnusualSound {
    clips = List.copyOf(clips);
  }

  @Override
  public Severity severity() {
    return kind == Kind.SILENT ? Severity.ERROR : Severity.WARNING;
  }

  @Override
  public String message() {
    String clip = corpus + ": " + Words.count(clips.size(), "clip");
    double worst = clips.get(0).value();
    return switch (kind) {
      case SILENT ->
          words("%s silent: the largest amplitude is below %.0f dB (%.0f dB)", clip, limit, worst);
      case CLIPPED ->
          words("%s clipped in more than %.1f %% of the samples (%.1f %%)", clip, limit, worst);
      case SHORT -> words("%s shorter than %.2f s (%.2f s)", clip, limit, worst);
      case LONG -> words("%s longer than %.0f s (%.1f s)", clip, limit, worst);
    };
  }

  private static String words(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  @Override
  public String remedy() {
    return switch (kind) {
      case SILENT -> "Remove them: there is nothing to hear, whatever the label says.";
      case CLIPPED ->
          "Take them from a better source if there is one; clipping sounds like loudness and so like"
              + " anger.";
      case SHORT -> "Listen to them, and remove those that were cut off.";
      case LONG -> "Cut them into utterances, or select clips by length.";
    };
  }

  @Override
  public List<Path> files() {
    return clips.stream().map(Measured::file).toList();
  }
}
