package org.emotone.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.emotone.report.drawing.Drawing;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Mark;

/**
 * Points in a plane whose axes mean nothing by themselves, such as those of an embedding: both have
 * the same scale, and neither has ticks.
 *
 * @param groups points by colour
 * @param legend whether to name the groups
 */
public record Scatter(List<Group> groups, boolean legend) implements Chart {

  /** Taller ones do not fit on a screen. */
  private static final double TALLEST = 560;

  /** Groups are drawn by turns, so that none hides all others. */
  private static final int ROUNDS = 8;

  /** Copies the groups. */
  public Scatter {
    groups = List.copyOf(groups);
  }

  /**
   * Points of one colour.
   *
   * @param name of the group
   * @param xs where the points are, as many as {@code ys}
   * @param ys where the points are
   * @param ink their colour
   */
  public record Group(String name, double[] xs, double[] ys, Ink ink) {

    /** One of every {@link #ROUNDS} points. */
    Group part(int round) {
      int[] chosen = IntStream.range(0, xs.length).filter(i -> i % ROUNDS == round).toArray();
      return new Group(
          name,
          Arrays.stream(chosen).mapToDouble(i -> xs[i]).toArray(),
          Arrays.stream(chosen).mapToDouble(i -> ys[i]).toArray(),
          ink);
    }
  }

  @Override
  public Drawing draw(double width) {
    List<Mark> marks = new ArrayList<>();
    double top = 0;
    if (legend) {
      List<Legend.Entry> entries =
          groups.stream().map(group -> new Legend.Entry(group.name(), group.ink())).toList();
      top = Legend.draw(entries, 0, width, marks);
    }
    Extent extent = Extent.of(groups);
    double height = Math.min(TALLEST, Math.max(0.4 * width, width * extent.ratio()));
    Plane plane = extent.fit(0, top, width, height);
    double size = size(width * height);
    for (int round = 0; round < ROUNDS; round++) {
      for (Group group : groups) {
        Group part = group.part(round);
        if (part.xs().length > 0) {
          marks.add(plane.dots(part, size, 0.65));
        }
      }
    }
    return new Drawing(width, top + height, marks);
  }

  /** The more points, the smaller they are. */
  private double size(double area) {
    int points = groups.stream().mapToInt(group -> group.xs().length).sum();
    double room = Math.sqrt(area / Math.max(1, points));
    return Math.max(2, Math.min(8, 0.45 * room));
  }

  /** The smallest rectangle around points. */
  record Extent(double left, double right, double top, double bottom) {

    static Extent of(List<Group> groups) {
      double left = Double.POSITIVE_INFINITY;
      double right = Double.NEGATIVE_INFINITY;
      double top = Double.POSITIVE_INFINITY;
      double bottom = Double.NEGATIVE_INFINITY;
      for (Group group : groups) {
        for (int i = 0; i < group.xs().length; i++) {
          left = Math.min(left, group.xs()[i]);
          right = Math.max(right, group.xs()[i]);
          top = Math.min(top, group.ys()[i]);
          bottom = Math.max(bottom, group.ys()[i]);
        }
      }
      return left <= right ? new Extent(left, right, top, bottom) : new Extent(0, 1, 0, 1);
    }

    /** Height by width. */
    double ratio() {
      return right > left ? (bottom - top) / (right - left) : 1;
    }

    /** Puts this rectangle into another one, as large as it fits. */
    Plane fit(double x, double y, double width, double height) {
      double margin = Math.min(8, 0.05 * width);
      double scale =
          Math.min(
              (width - 2 * margin) / Math.max(1e-12, right - left),
              (height - 2 * margin) / Math.max(1e-12, bottom - top));
      if (!(scale < 1e9)) {
        scale = 1;
      }
      return new Plane(
          x + width / 2 - scale * (left + right) / 2,
          y + height / 2 - scale * (top + bottom) / 2,
          scale);
    }
  }

  /** From values to pixels. */
  record Plane(double x0, double y0, double scale) {

    Mark dots(Group group, double size, double opacity) {
      double[] xs = new double[group.xs().length];
      double[] ys = new double[xs.length];
      for (int i = 0; i < xs.length; i++) {
        xs[i] = x0 + scale * group.xs()[i];
        ys[i] = y0 + scale * group.ys()[i];
      }
      return new Mark.Dots(xs, ys, size, group.ink(), opacity);
    }
  }
}
