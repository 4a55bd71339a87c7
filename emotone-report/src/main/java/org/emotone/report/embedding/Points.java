package org.emotone.report.embedding;

/**
 * Points of many dimensions.
 *
 * @param values point after point, {@code size × dimensions} of them; shared, not copied
 * @param size how many points
 * @param dimensions how many values each has, at least 1
 */
public record Points(float[] values, int size, int dimensions) {

  /** Checks that the extents fit the values. */
  public Points {
    if (size < 0 || dimensions < 1 || values.length != (long) size * dimensions) {
      throw new IllegalArgumentException(
          "%d points of %d dimensions do not fit %d values"
              .formatted(size, dimensions, values.length));
    }
  }

  /** One value of one point. */
  public float get(int point, int dimension) {
    return values[point * dimensions + dimension];
  }

  /**
   * The points with mean 0 and standard deviation 1 in every dimension. A value that is not finite
   * becomes 0, the mean of those that are; so does a dimension without spread.
   */
  public Points standardised() {
    float[] out = new float[values.length];
    for (int dimension = 0; dimension < dimensions; dimension++) {
      standardise(dimension, out);
    }
    return new Points(out, size, dimensions);
  }

  private void standardise(int dimension, float[] out) {
    double sum = 0;
    int known = 0;
    for (int point = 0; point < size; point++) {
      float value = get(point, dimension);
      if (Float.isFinite(value)) {
        sum += value;
        known++;
      }
    }
    double mean = known == 0 ? 0 : sum / known;
    double squares = 0;
    for (int point = 0; point < size; point++) {
      float value = get(point, dimension);
      squares += Float.isFinite(value) ? (value - mean) * (value - mean) : 0;
    }
    double deviation = known == 0 ? 0 : Math.sqrt(squares / known);
    for (int point = 0; point < size; point++) {
      float value = get(point, dimension);
      boolean plain = Float.isFinite(value) && deviation > 1e-9 * Math.max(1, Math.abs(mean));
      out[point * dimensions + dimension] = plain ? (float) ((value - mean) / deviation) : 0;
    }
  }

  /** Squared Euclidean distance of two points. */
  float squaredDistance(int a, int b) {
    int from = a * dimensions;
    int to = b * dimensions;
    float sum = 0;
    for (int i = 0; i < dimensions; i++) {
      float difference = values[from + i] - values[to + i];
      sum += difference * difference;
    }
    return sum;
  }
}
