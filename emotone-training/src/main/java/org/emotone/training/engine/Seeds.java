package org.emotone.training.engine;

import java.util.SplittableRandom;

/**
 * Random numbers that depend on what they are for and on nothing else, not on threads or on what
 * was drawn before.
 */
final class Seeds {

  /** What random numbers are for. */
  enum Purpose {
    /** The first weights. */
    WEIGHTS(0),
    /** Which examples an epoch takes, in which order. */
    ORDER(1),
    /** The crop of one example and what is done to its features. */
    EXAMPLE(2),
    /** Which examples of a batch are mixed. */
    MIXUP(3),
    /** Dropout. */
    DROPOUT(4),
    /** Whether a batch is mixed or cut, and where. */
    CUT(5),
    /** Dropout while statistics of batch normalisation are computed anew. */
    STATISTICS(6),
    /** What is done to the sound of one example. */
    SOUND(7),
    /** In which order batches of clips of similar lengths come. */
    BUCKETS(8);

    private final int code;

    Purpose(int code) {
      this.code = code;
    }
  }

  private Seeds() {}

  /**
   * A seed.
   *
   * @param seed of the run
   * @param epoch from 1, or 0 for the whole run
   * @param index of an example or batch within the epoch
   */
  static long of(long seed, Purpose purpose, int epoch, int index) {
    long mixed = mix(seed);
    mixed = mix(mixed ^ purpose.code);
    mixed = mix(mixed ^ epoch);
    return mix(mixed ^ index);
  }

  /** A generator started from {@link #of}. */
  static SplittableRandom random(long seed, Purpose purpose, int epoch, int index) {
    return new SplittableRandom(of(seed, purpose, epoch, index));
  }

  /** One step of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long z) {
    long mixed = z + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
