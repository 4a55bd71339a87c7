package org.emotone.training.classical;

import java.util.Arrays;

/** Classes that no clip had. */
final class Absent {

  private Absent() {}

  /** What is added to the score of each class: {@link ClassicalModel#NEVER} if no clip had it. */
  static double[] offsets(Samples samples) {
    return Arrays.stream(samples.counts())
        .mapToDouble(count -> count == 0 ? ClassicalModel.NEVER : 0)
        .toArray();
  }
}
