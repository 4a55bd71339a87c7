package org.emotone.training.classical;

import java.util.stream.IntStream;

/** The scalar products of all rows with each other, once for all parameters that are tried. */
record Gram(double[][] products) {

  /** Computes them on all cores. */
  static Gram of(float[][] rows) {
    double[][] products = new double[rows.length][rows.length];
    IntStream.range(0, rows.length)
        .parallel()
        .forEach(
            i -> {
              for (int j = 0; j <= i; j++) {
                products[i][j] = Kernel.product(rows[i], rows[j]);
              }
            });
    for (int i = 0; i < rows.length; i++) {
      for (int j = i + 1; j < rows.length; j++) {
        products[i][j] = products[j][i];
      }
    }
    return new Gram(products);
  }

  /** What a kernel makes of two rows. */
  double kernel(Kernel kernel, int i, int j) {
    return kernel.of(products[i][j], products[i][i], products[j][j]);
  }
}
