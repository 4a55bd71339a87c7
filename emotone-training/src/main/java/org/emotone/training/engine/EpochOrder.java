package org.emotone.training.engine;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Which examples an epoch takes, and in which order. */
final class EpochOrder {

  private EpochOrder() {}

  /**
   * Indices into the examples, as many as there are examples.
   *
   * @param seed of the run
   * @param epoch from 1
   */
  static int[] of(Examples examples, Sampling sampling, long seed, int epoch) {
    SplittableRandom random = Seeds.random(seed, Seeds.Purpose.ORDER, epoch, 0);
    return switch (sampling) {
      case NATURAL -> shuffled(examples.size(), random);
      case BALANCED_CLASSES -> balanced(examples.labels(), random);
      case BALANCED_CORPORA ->
          examples.groups().length == 0
              ? shuffled(examples.size(), random)
              : balanced(examples.groups(), random);
    };
  }

  /** Numbers below {@code n} in a random order (Fisher and Yates). */
  static int[] shuffled(int n, SplittableRandom random) {
    int[] order = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  private static int[] balanced(int[] kinds, SplittableRandom random) {
    int[][] members =
        Arrays.stream(kinds)
            .distinct()
            .sorted()
            .mapToObj(kind -> IntStream.range(0, kinds.length).filter(i -> kinds[i] == kind))
            .map(IntStream::toArray)
            .toArray(int[][]::new);
    int[] order = new int[kinds.length];
    for (int i = 0; i < order.length; i++) {
      int[] kind = members[random.nextInt(members.length)];
      order[i] = kind[random.nextInt(kind.length)];
    }
    return order;
  }
}
