package org.emotone.training.classical;

import java.util.Arrays;

/** Scores to probabilities and back. */
final class Softmax {

  /** Probabilities below this count as this, so that a vote that nobody gave has a logarithm. */
  private static final double LEAST = 1e-6;

  private Softmax() {}

  /** Probabilities that sum to 1. */
  static double[] of(double[] scores) {
    double highest = Arrays.stream(scores).max().orElse(0);
    double[] powers = Arrays.stream(scores).map(score -> Math.exp(score - highest)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }

  /** Logarithms of shares. */
  static double[] logarithms(double[] shares) {
    return Arrays.stream(shares).map(share -> Math.log(Math.max(LEAST, share))).toArray();
  }

  /** As {@link #logarithms(double[])}. */
  static String logarithms(ScoreGraph graph, String shares) {
    return graph.node("Log", graph.node("Max", shares, graph.scalar(LEAST)));
  }
}
