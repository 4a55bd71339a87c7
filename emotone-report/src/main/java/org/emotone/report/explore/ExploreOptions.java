package org.emotone.report.explore;

/**
 * How corpora are explored.
 *
 * @param embedded most clips in the embedding, at least 4; of more, so many are drawn
 * @param seed of that draw
 * @param audio whether the page holds examples to listen to
 */
public record ExploreOptions(int embedded, long seed, boolean audio) {

  /** At most 5000 clips in the embedding, seed 1, with examples to listen to. */
  public static final ExploreOptions STANDARD = new ExploreOptions(5000, 1, true);

  /** Checks the number. */
  public ExploreOptions {
    if (embedded < 4) {
      throw new IllegalArgumentException("embedded must be at least 4 clips, was " + embedded);
    }
  }
}
