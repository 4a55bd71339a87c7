package org.emotone.training.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * Puts examples of similar lengths into the same batch, so that little is padded: the order of an
 * epoch is cut into pools of {@value #POOL} batches, each is sorted by length, and the batches of a
 * pool follow each other in a random order.
 */
final class LengthBuckets {

  private static final int POOL = 32;

  private LengthBuckets() {}

  /**
   * The same examples in another order.
   *
   * @param order of an epoch
   * @param steps batches, of {@code order.length · step / steps} examples up to each
   * @param length frames of an example
   */
  static int[] sort(int[] order, int steps, IntUnaryOperator length, SplittableRandom random) {
    int[] sorted = new int[order.length];
    for (int first = 0; first < steps; first += POOL) {
      int last = Math.min(steps, first + POOL);
      int start = start(order, first, steps);
      List<Integer> pool =
          Arrays.stream(order, start, start(order, last, steps))
              .boxed()
              .sorted(Comparator.comparingInt(length::applyAsInt))
              .toList();
      int next = 0;
      for (int place : EpochOrder.shuffled(last - first, random)) {
        int step = first + place;
        for (int i = start(order, step, steps); i < start(order, step + 1, steps); i++) {
          sorted[i] = pool.get(next++);
        }
      }
    }
    return sorted;
  }

  /** The first example of a step. */
  static int start(int[] order, int step, int steps) {
    return (int) ((long) order.length * step / steps);
  }
}
