package org.emotone.training.classical;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The values of clips column by column, and the order of the clips in each, which is sorted once
 * for all nodes of all trees.
 *
 * @param values {@code [coefficients][clips]}
 * @param order places of the clips by rising value, {@code [coefficients][clips]}
 */
record Columns(float[][] values, int[][] order) {

  static Columns of(float[][] rows) {
    int width = rows[0].length;
    float[][] values = new float[width][rows.length];
    int[][] order = new int[width][];
    IntStream.range(0, width)
        .parallel()
        .forEach(
            c -> {
              long[] keys = new long[rows.length];
              for (int i = 0; i < rows.length; i++) {
                values[c][i] = rows[i][c];
                keys[i] = (long) rising(rows[i][c]) << 32 | i;
              }
              Arrays.sort(keys);
              order[c] = Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
            });
    return new Columns(values, order);
  }

  /** A whole number that rises with the value. */
  private static int rising(float value) {
    int bits = Float.floatToIntBits(value + 0f);
    return bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
  }

  int width() {
    return values.length;
  }

  int size() {
    return values[0].length;
  }
}
