package org.emotone.corpus.audit;

import java.nio.file.Path;
import java.util.List;

/**
 * Files that are named as augmented copies of others beside them, such as {@code clip_noise.wav}
 * beside {@code clip.wav}.
 *
 * @param corpus id of the corpus
 * @param copies the copies with their originals
 */
public record AugmentedCopies(String corpus, List<Copy> copies) implements Finding {

  /**
   * A copy and what it was made from.
   *
   * @param original the original clip
   * @param copy the augmented one
   */
  public record Copy(ClipRef original, ClipRef copy) {}

  /** Copies the list. */
  public AugmentedCopies {
    copies = List.copyOf(copies);
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String message() {
    return "%s: %s named as augmented copies of others: %s"
        .formatted(
            corpus,
            Words.count(copies.size(), "clip"),
            Words.list(copies.stream().map(copy -> copy.copy().name()).toList(), ""));
  }

  @Override
  public String remedy() {
    return "Remove them and augment while training; a split that parts them from their originals"
        + " is worthless.";
  }

  @Override
  public List<Path> files() {
    return copies.stream().map(copy -> copy.copy().file()).toList();
  }
}
