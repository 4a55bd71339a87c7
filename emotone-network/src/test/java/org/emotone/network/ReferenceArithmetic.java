package org.emotone.network;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Operations on values, in the plainest way. */
interface ReferenceArithmetic extends Arithmetic<Tensor> {

  @Override
  default Tensor constant(Tensor values) {
    return values;
  }

  @Override
  default Tensor add(Tensor x, Tensor y) {
    return combine(x, y, Double::sum);
  }

  @Override
  default Tensor subtract(Tensor x, Tensor y) {
    return combine(x, y, (a, b) -> a - b);
  }

  @Override
  default Tensor multiply(Tensor x, Tensor y) {
    return combine(x, y, (a, b) -> a * b);
  }

  @Override
  default Tensor divide(Tensor x, Tensor y) {
    return combine(x, y, (a, b) -> a / b);
  }

  @Override
  default Tensor power(Tensor x, Tensor y) {
    return combine(x, y, Math::pow);
  }

  private static Tensor combine(Tensor x, Tensor y, DoubleBinaryOperator operator) {
    return ReferenceOperations.tensor(
        Shapes.broadcast(x.shape(), y.shape()),
        at -> operator.applyAsDouble(ReferenceOperations.at(x, at), ReferenceOperations.at(y, at)));
  }

  private static Tensor map(Tensor x, DoubleUnaryOperator operator) {
    return ReferenceOperations.tensor(
        x.shape(), at -> operator.applyAsDouble(ReferenceOperations.at(x, at)));
  }

  @Override
  default Tensor elementwise(Tensor x, Elementwise function) {
    return map(
        x,
        switch (function) {
          case EXPONENTIAL -> Math::exp;
          case LOGARITHM -> Math::log;
          case SINE -> Math::sin;
          case COSINE -> Math::cos;
          case MAGNITUDE -> Math::abs;
        });
  }

  @Override
  default Tensor activation(Tensor x, Activation.Function function) {
    return switch (function) {
      case RELU -> map(x, v -> Math.max(v, 0));
      case ELU -> map(x, v -> v > 0 ? v : Math.expm1(v));
      case TANH -> map(x, Math::tanh);
      case SIGMOID -> map(x, v -> 1 / (1 + Math.exp(-v)));
      case GELU -> map(x, v -> v * normal(v));
      case SILU -> map(x, v -> v / (1 + Math.exp(-v)));
      case LEAKY_RELU -> map(x, v -> v > 0 ? v : 0.01 * v);
      case RELU6 -> map(x, v -> Math.min(Math.max(v, 0), 6));
      case SOFTPLUS -> map(x, v -> Math.log1p(Math.exp(v)));
      case SOFTMAX -> softmax(x, 1);
    };
  }

  /** The normal distribution function, by Simpson's rule. */
  private static double normal(double v) {
    int steps = 2000;
    double h = v / steps;
    double sum = 1 + Math.exp(-v * v / 2);
    for (int i = 1; i < steps; i++) {
      sum += (i % 2 == 0 ? 2 : 4) * Math.exp(-i * h * i * h / 2);
    }
    return 0.5 + sum * h / 3 / Math.sqrt(2 * Math.PI);
  }

  @Override
  default Tensor squareRoot(Tensor x, double floor) {
    return map(x, v -> Math.sqrt(Math.max(v, floor)));
  }

  @Override
  default Tensor clamp(Tensor x, double low, double high) {
    return map(x, v -> Math.min(Math.max(v, low), high));
  }

  @Override
  default Tensor matrixProduct(Tensor x, Tensor y) {
    int last = x.shape().length - 1;
    int inner = (int) x.shape()[last];
    return ReferenceOperations.tensor(
        new ShapeInference().matrixProduct(x.shape(), y.shape()),
        at ->
            IntStream.range(0, inner)
                .mapToDouble(
                    i ->
                        ReferenceOperations.at(x, ReferenceOperations.with(at, last, i))
                            * ReferenceOperations.at(y, ReferenceOperations.with(at, last - 1, i)))
                .sum());
  }

  @Override
  default Tensor layerNorm(Tensor x, Tensor weight, Tensor bias, double epsilon) {
    int last = x.shape().length - 1;
    int extent = (int) x.shape()[last];
    return ReferenceOperations.tensor(
        x.shape(),
        at -> {
          double[] row =
              IntStream.range(0, extent)
                  .mapToDouble(
                      i -> ReferenceOperations.at(x, ReferenceOperations.with(at, last, i)))
                  .toArray();
          double mean = Arrays.stream(row).average().orElseThrow();
          double variance =
              Arrays.stream(row).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
          return (row[at[last]] - mean) / Math.sqrt(variance + epsilon) * weight.values()[at[last]]
              + bias.values()[at[last]];
        });
  }

  @Override
  default Tensor maximum(Tensor x, int... dimensions) {
    Tensor rest = x;
    for (int i = dimensions.length - 1; i >= 0; i--) {
      rest = maximumOver(rest, dimensions[i]);
    }
    return rest;
  }

  private static Tensor maximumOver(Tensor x, int dimension) {
    return ReferenceOperations.tensor(
        new ShapeInference().mean(x.shape(), dimension),
        at -> {
          int[] index = new int[at.length + 1];
          System.arraycopy(at, 0, index, 0, dimension);
          System.arraycopy(at, dimension, index, dimension + 1, at.length - dimension);
          return IntStream.range(0, (int) x.shape()[dimension])
              .mapToDouble(
                  i -> ReferenceOperations.at(x, ReferenceOperations.with(index, dimension, i)))
              .max()
              .orElseThrow();
        });
  }
}
