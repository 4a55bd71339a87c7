package org.emotone.corpus.split;

import java.util.List;

/** Which part of the training clips is set aside to choose the epoch and the calibration by. */
public sealed interface Validation {

  /** Whether it takes all clips of whole speakers. */
  default boolean wholeSpeakers() {
    return this instanceof Named || this instanceof Speakers || this instanceof SpeakerCount;
  }

  /** Nothing is set aside. */
  record None() implements Validation {}

  /**
   * All training clips of these speakers.
   *
   * @param speakers such as {@code ravdess:07}
   */
  record Named(List<String> speakers) implements Validation {

    /** Copies the list. */
    public Named {
      speakers = List.copyOf(speakers);
    }
  }

  /**
   * Whole speakers of each corpus, never one of the test, spread over the sexes as the corpus is.
   * At least two speakers of a corpus stay in training: of one with two, none is taken.
   *
   * @param share how much of each corpus' training speakers, above 0 and below 1; at least one
   *     speaker is taken where that is possible
   * @param seed decides which
   */
  record Speakers(double share, long seed) implements Validation {

    /** Checks the share. */
    public Speakers {
      checkShare(share);
    }
  }

  /**
   * This many whole speakers of each corpus, under the rules of {@link Speakers}; fewer where fewer
   * can be had.
   *
   * @param count speakers of each corpus, at least 1
   * @param seed decides which
   */
  record SpeakerCount(int count, long seed) implements Validation {

    /** Checks the count. */
    public SpeakerCount {
      if (count < 1) {
        throw new IllegalArgumentException(
            "validation speakers: %d is out of range; allowed is at least 1".formatted(count));
      }
    }
  }

  /**
   * Single clips, the same share of every emotion of every corpus, in a split by recording whole
   * recordings. Speakers are shared with the training: for splits that share their speakers with
   * the test anyway.
   *
   * @param share how much, above 0 and below 1
   * @param seed decides which
   */
  record Clips(double share, long seed) implements Validation {

    /** Checks the share. */
    public Clips {
      checkShare(share);
    }
  }

  /**
   * All clips of whole sentences, a share of those of each corpus. Speakers are shared with the
   * training, sentences are not: for {@link Splits#sentenceOpen}.
   *
   * @param share how much of the sentences, above 0 and below 1; at least one
   * @param seed decides which
   */
  record Sentences(double share, long seed) implements Validation {

    /** Checks the share. */
    public Sentences {
      checkShare(share);
    }
  }

  private static void checkShare(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "validation share: %s is out of range; allowed is above 0 and below 1".formatted(share));
    }
  }
}
