package org.emotone.training.classical;

/** Classes as rows of zeros with a 1. */
final class OneHot {

  private OneHot() {}

  /** {@code [clips][classes]}. */
  static double[][] of(Samples samples) {
    double[][] rows = new double[samples.size()][samples.classes()];
    for (int i = 0; i < rows.length; i++) {
      rows[i][samples.labels()[i]] = 1;
    }
    return rows;
  }
}
