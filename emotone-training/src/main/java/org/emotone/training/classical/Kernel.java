package org.emotone.training.classical;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * How alike two rows are.
 *
 * @param type the formula
 * @param gamma the factor of {@link Type#RBF} and {@link Type#POLYNOMIAL}
 * @param degree of {@link Type#POLYNOMIAL}
 */
record Kernel(Type type, double gamma, int degree) {

  /** The formulas; they are LIBSVM's. */
  enum Type {
    /** {@code x·y}. */
    @JsonProperty("linear")
    LINEAR,
    /** {@code exp(-gamma |x-y|²)}. */
    @JsonProperty("rbf")
    RBF,
    /** {@code (gamma x·y + 1)^degree}. */
    @JsonProperty("polynomial")
    POLYNOMIAL
  }

  /** Of two rows. */
  double of(float[] a, float[] b) {
    return type == Type.RBF ? ofSquare(squaredDistance(a, b)) : ofProduct(product(a, b));
  }

  /** Of two rows whose scalar product is known; not for {@link Type#RBF}. */
  private double ofProduct(double product) {
    return type == Type.LINEAR ? product : Math.pow(gamma * product + 1, degree);
  }

  private double ofSquare(double square) {
    return Math.exp(-gamma * square);
  }

  /** From the scalar products of two rows with each other and with themselves. */
  double of(double product, double squareOfA, double squareOfB) {
    return type == Type.RBF
        ? ofSquare(Math.max(0, squareOfA + squareOfB - 2 * product))
        : ofProduct(product);
  }

  static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static double squaredDistance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (double) a[i] - b[i];
      sum += difference * difference;
    }
    return sum;
  }

  /** Of rows {@code [batch][coefficients]} with vectors: {@code [batch][vectors]}. */
  String write(ScoreGraph graph, String rows, float[][] vectors) {
    String matrix = graph.constant(vectors);
    String product = graph.node("MatMul", rows, graph.node("Transpose", matrix));
    if (type == Type.LINEAR) {
      return product;
    }
    if (type == Type.POLYNOMIAL) {
      String scaled = graph.node("Mul", product, graph.scalar(gamma));
      String moved = graph.node("Add", scaled, graph.scalar(1));
      return graph.node("Pow", moved, graph.scalar(degree));
    }
    String squares = squaredDistances(graph, rows, product, vectors);
    return graph.node("Exp", graph.node("Mul", squares, graph.scalar(-gamma)));
  }

  /** {@code |x|² + |y|² - 2 x·y}, at least 0, {@code [batch][vectors]}. */
  static String squaredDistances(ScoreGraph graph, String rows, String product, float[][] vectors) {
    double[] own = new double[vectors.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = product(vectors[i], vectors[i]);
    }
    String lengths =
        graph.node(
            "ReduceSumSquare", Map.of("axes", new long[] {1}, "keepdims", 1L), List.of(rows));
    String twice = graph.node("Mul", product, graph.scalar(-2));
    String sum = graph.node("Add", graph.node("Add", twice, lengths), graph.constant(own));
    return graph.node("Max", sum, graph.scalar(0));
  }
}
