package org.emotone.report.drawing;

import org.jspecify.annotations.Nullable;

/** One thing in a drawing. Places and sizes are in pixels, y grows downwards. */
public sealed interface Mark {

  /**
   * A filled rectangle.
   *
   * @param opacity 0 (not seen) to 1
   * @param tip words that a page shows while it is pointed at, null for none
   */
  record Box(
      double x,
      double y,
      double width,
      double height,
      Ink ink,
      double opacity,
      @Nullable String tip)
      implements Mark {

    /** An opaque one without words. */
    public Box(double x, double y, double width, double height, Ink ink) {
      this(x, y, width, height, ink, 1, null);
    }
  }

  /** A straight line. */
  record Line(double x1, double y1, double x2, double y2, double thickness, Ink ink)
      implements Mark {}

  /**
   * A curve through points.
   *
   * @param xs where the points are, as many as {@code ys}
   * @param ys where the points are
   */
  record Curve(double[] xs, double[] ys, double thickness, Ink ink) implements Mark {}

  /**
   * A filled outline, closed from its last point to its first.
   *
   * @param opacity of the filling; the outline itself is drawn opaque and thin
   * @param tip words that a page shows while it is pointed at, null for none
   */
  record Area(double[] xs, double[] ys, Ink ink, double opacity, @Nullable String tip)
      implements Mark {}

  /**
   * Round points of one colour.
   *
   * @param size diameter
   * @param opacity 0 to 1
   */
  record Dots(double[] xs, double[] ys, double size, Ink ink, double opacity) implements Mark {}

  /**
   * A line of text, centred upright on {@code y}.
   *
   * @param align what of it stands at {@code x}
   * @param size of the font
   * @param turned whether it reads upwards instead of to the right
   */
  record Words(
      String text, double x, double y, Align align, int size, boolean bold, boolean turned, Ink ink)
      implements Mark {

    /** Plain and level. */
    public Words(String text, double x, double y, Align align, int size, Ink ink) {
      this(text, x, y, align, size, false, false, ink);
    }
  }
}
