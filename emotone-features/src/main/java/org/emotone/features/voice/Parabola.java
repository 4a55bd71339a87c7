package org.emotone.features.voice;

/** The vertex of the parabola through three neighbours, the middle one above or below both. */
final class Parabola {

  private Parabola() {}

  /** Where the vertex is, from the middle value on, −½ to ½. */
  static double offset(double before, double middle, double after) {
    double curvature = before - 2 * middle + after;
    return curvature == 0 ? 0 : 0.5 * (before - after) / curvature;
  }

  /** The value at the vertex. */
  static double height(double before, double middle, double after) {
    return middle - 0.25 * (before - after) * offset(before, middle, after);
  }
}
