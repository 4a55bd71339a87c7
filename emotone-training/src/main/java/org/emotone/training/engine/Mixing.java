package org.emotone.training.engine;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Mixes the examples of a batch as the options say. */
final class Mixing {

  private final TrainerOptions options;
  private final long seed;

  Mixing(TrainerOptions options, long seed) {
    this.options = options;
    this.seed = seed;
  }

  /**
   * The batch mixed, or cut, or as it is.
   *
   * @param labels class of each example
   * @param frames of each example, with its padding
   */
  Batch apply(Batch batch, int[] labels, int frames, int epoch, int step) {
    boolean both = options.mixup() > 0 && options.cutMix() > 0;
    SplittableRandom cut = Seeds.random(seed, Seeds.Purpose.CUT, epoch, step);
    if (options.cutMix() > 0 && !(both && cut.nextBoolean())) {
      return CutMix.apply(batch, partners(labels, cut), options.cutMix(), frames, cut);
    }
    if (options.mixup() > 0) {
      SplittableRandom random = Seeds.random(seed, Seeds.Purpose.MIXUP, epoch, step);
      return Mixup.apply(batch, partners(labels, random), options.mixup(), random);
    }
    return batch;
  }

  /** A partner for each example: a permutation of the batch, or of each class in it. */
  private int[] partners(int[] labels, SplittableRandom random) {
    int[] shuffled = EpochOrder.shuffled(labels.length, random);
    if (options.partners() == Partners.ANY) {
      return shuffled;
    }
    int[] partners = new int[labels.length];
    int[] next = new int[Arrays.stream(labels).max().orElse(0) + 1];
    for (int i = 0; i < labels.length; i++) {
      int place = next[labels[i]];
      while (labels[shuffled[place]] != labels[i]) {
        place++;
      }
      partners[i] = shuffled[place];
      next[labels[i]] = place + 1;
    }
    return partners;
  }
}
