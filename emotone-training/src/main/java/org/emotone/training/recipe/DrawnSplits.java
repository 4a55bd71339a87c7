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
   * Single clips are dealt into folds, those of every emotion of every corpus evenly.
   *
   * @param folds number of folds, at least 2
   * @param fold the fold that is tested, from 1
   */
  public record RandomFolds(int folds, int fold) implements SplitChoice {

    /** Checks the ranges. */
    public RandomFolds {
      if (folds < 2) {
        throw new IllegalArgumentException("folds must be at least 2, was " + folds);
      }
      if (fold < 1 || fold > folds) {
        throw new IllegalArgumentException("fold must be in [1, " + folds + "], was " + fold);
      }
    }

    @Override
    public String words() {
      return folds + " folds of random clips, fold " + fold;
    }

    @Override
    public RandomFolds withFold(int other) {
      return new RandomFolds(folds, other);
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
