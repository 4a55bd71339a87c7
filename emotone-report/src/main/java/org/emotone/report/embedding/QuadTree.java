package org.emotone.report.embedding;

import java.util.Arrays;

/**
 * Squares in squares, so that far points can be taken together by their centre of mass (Barnes and
 * Hut 1986). All nodes lie in arrays, which are used again for the next build.
 */
final class QuadTree {

  /** Points nearer than this many halvings of the whole are one. */
  private static final int DEEPEST = 40;

  private static final int NONE = -1;

  private double[] massX = new double[1024];
  private double[] massY = new double[1024];
  private double[] sides = new double[1024];
  private int[] counts = new int[1024];
  private int[] children = new int[1024];
  private int nodes;

  /** The force that all points exert on one. */
  static final class Force {
    double x;
    double y;

    /** Sum of the unnormalised similarities 1 / (1 + d²) to all points. */
    double weight;
  }

  /** Builds the tree of points. */
  void build(double[] xs, double[] ys) {
    double left = Arrays.stream(xs).min().orElse(0);
    double right = Arrays.stream(xs).max().orElse(0);
    double top = Arrays.stream(ys).min().orElse(0);
    double bottom = Arrays.stream(ys).max().orElse(0);
    double side = Math.max(Math.max(right - left, bottom - top), 1e-12) * (1 + 1e-6);
    nodes = 0;
    node(side);
    for (int i = 0; i < xs.length; i++) {
      insert(xs[i], ys[i], left, top, side);
    }
    for (int node = 0; node < nodes; node++) {
      massX[node] /= Math.max(1, counts[node]);
      massY[node] /= Math.max(1, counts[node]);
    }
  }

  private int node(double side) {
    if (nodes == counts.length) {
      massX = Arrays.copyOf(massX, 2 * nodes);
      massY = Arrays.copyOf(massY, 2 * nodes);
      sides = Arrays.copyOf(sides, 2 * nodes);
      counts = Arrays.copyOf(counts, 2 * nodes);
      children = Arrays.copyOf(children, 2 * nodes);
    }
    massX[nodes] = 0;
    massY[nodes] = 0;
    sides[nodes] = side;
    counts[nodes] = 0;
    children[nodes] = NONE;
    return nodes++;
  }

  private void insert(double x, double y, double left, double top, double side) {
    double cornerX = left;
    double cornerY = top;
    double half = side / 2;
    int node = 0;
    for (int depth = 0; depth < DEEPEST && counts[node] > 0; depth++) {
      if (children[node] == NONE) {
        split(node, cornerX, cornerY, half);
      }
      add(node, x, y);
      int quarter = quarter(x, y, cornerX + half, cornerY + half);
      cornerX += (quarter & 1) * half;
      cornerY += (quarter >> 1) * half;
      node = children[node] + quarter;
      half /= 2;
    }
    add(node, x, y);
  }

  /** Gives a leaf with one point four children, one of which gets the point. */
  private void split(int node, double cornerX, double cornerY, double half) {
    int first = node(half);
    node(half);
    node(half);
    node(half);
    children[node] = first;
    double x = massX[node];
    double y = massY[node];
    add(first + quarter(x, y, cornerX + half, cornerY + half), x, y);
  }

  private static int quarter(double x, double y, double middleX, double middleY) {
    return (x >= middleX ? 1 : 0) + (y >= middleY ? 2 : 0);
  }

  private void add(int node, double x, double y) {
    massX[node] += x;
    massY[node] += y;
    counts[node]++;
  }

  /**
   * Adds up the repulsion on a point.
   *
   * @param theta a square is taken as one if its side is less than this share of its distance
   */
  void repulsion(double x, double y, double theta, Force force) {
    force.x = 0;
    force.y = 0;
    force.weight = 0;
    visit(0, x, y, theta * theta, force);
  }

  private void visit(int node, double x, double y, double theta, Force force) {
    double dx = x - massX[node];
    double dy = y - massY[node];
    double squared = dx * dx + dy * dy;
    int child = children[node];
    if (child == NONE || sides[node] * sides[node] < theta * squared) {
      double near = 1 / (1 + squared);
      double weight = counts[node] * near;
      force.weight += weight;
      force.x += weight * near * dx;
      force.y += weight * near * dy;
      return;
    }
    for (int i = child; i < child + 4; i++) {
      if (counts[i] > 0) {
        visit(i, x, y, theta, force);
      }
    }
  }
}
