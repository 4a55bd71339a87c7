package org.emotone.report.embedding;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * t-SNE by Barnes and Hut's approximation (van der Maaten, "Accelerating t-SNE using Tree-Based
 * Algorithms", JMLR 2014): a plane in which points that were near each other are near each other.
 * Distances between groups mean little.
 *
 * <p>Begins with the first two principal components instead of random places (Kobak and Berens
 * 2019), which keeps more of the whole and makes the result the same every time. Learning rate n /
 * 12 (Belkina et al. 2019) for their gradient without the factor of 4, so n / 48 here; at least 50.
 *
 * @param perplexity effective number of neighbours, 1 … 200; never more than a third of the points
 * @param iterations steps of the descent, at least 1
 * @param theta how coarsely far points are taken together, 0 (not at all) … 1
 */
public record Tsne(double perplexity, int iterations, double theta) {

  /** Perplexity 30, 750 steps, θ 0.5. */
  public static final Tsne STANDARD = new Tsne(30, 750, 0.5);

  private static final int EARLY = 250;
  private static final double EXAGGERATION = 12;
  private static final double FIRST_SPREAD = 1e-4;

  /** Checks the ranges. */
  public Tsne {
    if (!(perplexity >= 1 && perplexity <= 200)) {
      throw new IllegalArgumentException("perplexity must be 1 to 200, was " + perplexity);
    }
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations must be at least 1, was " + iterations);
    }
    if (!(theta >= 0 && theta <= 1)) {
      throw new IllegalArgumentException("theta must be 0 to 1, was " + theta);
    }
  }

  /** How many neighbours of each point are needed: three times the perplexity. */
  public int neighbours() {
    return (int) Math.ceil(3 * perplexity);
  }

  /**
   * Finds the plane.
   *
   * @param neighbours the nearest neighbours of each point, {@link #neighbours()} of them
   * @param first where the points are at first, such as their principal components
   * @param steps hears how many steps are done
   */
  public Plane embed(Neighbours neighbours, Plane first, IntConsumer steps) {
    int size = neighbours.size();
    if (size < 4) {
      return first;
    }
    Affinities affinities =
        Affinities.of(neighbours, Math.max(1, Math.min(perplexity, (size - 1) / 3.0)));
    Descent descent = new Descent(affinities, scaled(first), theta);
    for (int step = 0; step < iterations; step++) {
      boolean early = step < Math.min(EARLY, iterations / 3);
      descent.step(early ? EXAGGERATION : 1, early ? 0.5 : 0.8);
      steps.accept(step + 1);
    }
    return descent.plane();
  }

  private static Plane scaled(Plane plane) {
    double squares = 0;
    for (double x : plane.xs()) {
      squares += x * x;
    }
    double deviation = Math.sqrt(squares / plane.xs().length);
    double factor = deviation > 0 ? FIRST_SPREAD / deviation : 1;
    double[] xs = new double[plane.xs().length];
    double[] ys = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      // Points at the same place would never part: a spiral, far smaller than all else, parts them.
      xs[i] = factor * plane.xs()[i] + 1e-3 * FIRST_SPREAD * Math.cos(i);
      ys[i] = factor * plane.ys()[i] + 1e-3 * FIRST_SPREAD * Math.sin(i);
    }
    return new Plane(xs, ys);
  }

  /** Gradient descent with momentum, and gains for each coordinate (Jacobs 1988). */
  private static final class Descent {
    private final Affinities affinities;
    private final double theta;
    private final double rate;
    private final double[][] places;
    private final double[][] speeds;
    private final double[][] gains;
    private final double[][] pushes;
    private final double[][] pulls;
    private final double[] weights;
    private final QuadTree tree = new QuadTree();

    Descent(Affinities affinities, Plane first, double theta) {
      int size = first.xs().length;
      this.affinities = affinities;
      this.theta = theta;
      rate = Math.max(50, size / 48.0);
      places = new double[][] {first.xs(), first.ys()};
      speeds = new double[2][size];
      gains = new double[2][size];
      pushes = new double[2][size];
      pulls = new double[2][size];
      weights = new double[size];
      Arrays.fill(gains[0], 1);
      Arrays.fill(gains[1], 1);
    }

    Plane plane() {
      return new Plane(places[0], places[1]);
    }

    void step(double exaggeration, double momentum) {
      tree.build(places[0], places[1]);
      IntStream.range(0, weights.length).parallel().forEach(this::forces);
      // Added up in order, so that the sum does not depend on the threads.
      double whole = 0;
      for (double weight : weights) {
        whole += weight;
      }
      for (int axis = 0; axis < 2; axis++) {
        move(axis, exaggeration, momentum, Math.max(whole, 1e-12));
        centre(places[axis]);
      }
    }

    private void forces(int point) {
      double x = places[0][point];
      double y = places[1][point];
      QuadTree.Force force = new QuadTree.Force();
      tree.repulsion(x, y, theta, force);
      pushes[0][point] = force.x;
      pushes[1][point] = force.y;
      // The point itself is in the tree, at distance 0.
      weights[point] = force.weight - 1;
      double pullX = 0;
      double pullY = 0;
      for (int i = affinities.starts()[point]; i < affinities.starts()[point + 1]; i++) {
        double dx = x - places[0][affinities.columns()[i]];
        double dy = y - places[1][affinities.columns()[i]];
        double pull = affinities.values()[i] / (1 + dx * dx + dy * dy);
        pullX += pull * dx;
        pullY += pull * dy;
      }
      pulls[0][point] = pullX;
      pulls[1][point] = pullY;
    }

    private void move(int axis, double exaggeration, double momentum, double whole) {
      for (int i = 0; i < weights.length; i++) {
        double gradient = 4 * (exaggeration * pulls[axis][i] - pushes[axis][i] / whole);
        boolean turned = gradient > 0 == speeds[axis][i] > 0;
        gains[axis][i] = turned ? Math.max(0.01, 0.8 * gains[axis][i]) : gains[axis][i] + 0.2;
        speeds[axis][i] = momentum * speeds[axis][i] - rate * gains[axis][i] * gradient;
        places[axis][i] += speeds[axis][i];
      }
    }

    private static void centre(double[] values) {
      double mean = Arrays.stream(values).average().orElse(0);
      for (int i = 0; i < values.length; i++) {
        values[i] -= mean;
      }
    }
  }
}
