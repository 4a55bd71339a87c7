package org.emotone.corpus.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Clips of one corpus that are spread unevenly.
 *
 * @param corpus id of the corpus
 * @param over what they are spread over
 * @param counts clips of each
 * @param balance the smallest count over the largest, 0 … 1
 */
public record Imbalance(String corpus, Over over, Map<String, Integer> counts, double balance)
    implements Finding {

  /** Below this balance it is worth a warning: a network gains by ignoring the rare class. */
  private static final double SERIOUS = 1 / 3.0;

  /** So many counts are written out; of more, the smallest and the largest. */
  private static final int LISTED = 10;

  /** What clips may be spread over. */
  public enum Over {
    /** Emotions. */
    EMOTION("emotion"),
    /** Speakers. */
    SPEAKER("speaker"),
    /** Sexes of the speakers. */
    SEX("sex");

    private final String id;

    Over(String id) {
      this.id = id;
    }

    /** The name as it stands in files and results. */
    @JsonValue
    public String id() {
      return id;
    }
  }

  /** Copies the counts in their order. */
  public Imbalance {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }

  @Override
  public Severity severity() {
    return over == Over.EMOTION && balance < SERIOUS ? Severity.WARNING : Severity.INFO;
  }

  @Override
  public String message() {
    if (balance == 0) {
      return "%s: all clips are of one %s: %s".formatted(corpus, over.id(), Words.counts(counts));
    }
    return "%s: clips by %s differ by a factor of %s: %s"
        .formatted(
            corpus,
            over.id(),
            String.format(Locale.ROOT, "%.1f", 1 / balance),
            counts.size() <= LISTED ? Words.counts(counts) : extremes());
  }

  private String extremes() {
    Comparator<Map.Entry<String, Integer>> byCount = Map.Entry.comparingByValue();
    Map.Entry<String, Integer> fewest = Collections.min(counts.entrySet(), byCount);
    Map.Entry<String, Integer> most = Collections.max(counts.entrySet(), byCount);
    return "%d in all, from %s with %d to %s with %d"
        .formatted(
            counts.size(), fewest.getKey(), fewest.getValue(), most.getKey(), most.getValue());
  }

  @Override
  public String remedy() {
    return switch (over) {
      case EMOTION -> "Weigh the classes, and report UAR, not accuracy alone.";
      case SPEAKER -> "Look at the figures speaker by speaker: some weigh more than others.";
      case SEX -> "Expect worse figures for the rarer sex; add a corpus that has it.";
    };
  }

  @Override
  public List<Path> files() {
    return List.of();
  }
}
