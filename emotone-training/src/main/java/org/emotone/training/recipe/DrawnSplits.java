package org.emotone.training.recipe;

/**
 * Splits that draw clips, recordings or sentences for the test by the recipe's seed. Speakers are
 * on both sides, and every figure says so.
 */
public final class DrawnSplits {

  private DrawnSplits() {}

  private static void check(double testShare) {
    if (!(testShare > 0 && testShare < 1)) {
      throw new IllegalArgumentException("testShare must be a share in (0, 1), was " + testShare);
    }
  }

  /**
   * Single clips are drawn, the same share of every emotion of every corpus.
   *
   * @param testShare how much of the clips, above 0 and below 1
   */
  public record Random(double testShare) implements SplitChoice {

    /** Checks the share. */
    public Random {
      check(testShare);
    }

    @Override
    public String words() {
      return "random " + testShare + " of the clips";
    }
  }

  /**
   * Whole recordings are drawn: copies of a file, and augmented copies that are named so, stay on
   * its side.
   *
   * @param testShare how much of the recordings, above 0 and below 1
   */
  public record ByRecording(double testShare) implements SplitChoice {

    /** Checks the share. */
    public ByRecording {
      check(testShare);
    }

    @Override
    public String words() {
      return "random " + testShare + " of the recordings";
    }
  }

  /**
   * Whole sentences are drawn, a share of those of each corpus.
   *
   * @param testShare how much of the sentences, above 0 and below 1
   */
  public record SentenceOpen(double testShare) implements SplitChoice {

    /** Checks the share. */
    public SentenceOpen {
      check(testShare);
    }

    @Override
    public String words() {
      return "random " + testShare + " of the sentences";
    }
  }
}
