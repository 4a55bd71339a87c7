package org.emotone.corpus.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Clips of one corpus that were not recorded or converted as the others: a network may learn the
 * format in place of the voice.
 *
 * @param corpus id of the corpus
 * @param property what differs
 * @param usual the value that most clips have
 * @param counts clips by value
 * @param files the clips that have another value
 */
public record MixedFormat(
    String corpus,
    Property property,
    int usual,
    SortedMap<Integer, Integer> counts,
    List<Path> files)
    implements Finding {

  /** What may differ between files. */
  public enum Property {
    /** Sample rate, in Hz. */
    SAMPLE_RATE("sampleRate"),
    /** Number of channels. */
    CHANNELS("channels");

    private final String id;

    Property(String id) {
      this.id = id;
    }

    /** The name as it stands in files and results. */
    @JsonValue
    public String id() {
      return id;
    }

    private String words(int value) {
      return this == SAMPLE_RATE ? value + " Hz" : Words.count(value, "channel");
    }
  }

  /** Copies the collections. */
  public MixedFormat {
    counts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    files = List.copyOf(files);
  }

  @Override
  public Severity severity() {
    return property == Property.SAMPLE_RATE ? Severity.WARNING : Severity.INFO;
  }

  @Override
  public String message() {
    List<String> others =
        counts.entrySet().stream()
            .filter(entry -> entry.getKey() != usual)
            .map(entry -> entry.getValue() + " with " + property.words(entry.getKey()))
            .toList();
    return "%s: %s unlike the others, which have %s: %s"
        .formatted(
            corpus,
            Words.count(files.size(), "clip"),
            property.words(usual),
            String.join(", ", others));
  }

  @Override
  public String remedy() {
    return property == Property.SAMPLE_RATE
        ? "Check that they were not converted wrongly; reading brings all to one rate, but what a low"
            + " rate has lost stays lost."
        : "Nothing need be done: reading averages the channels; other programs may take one of them.";
  }
}
