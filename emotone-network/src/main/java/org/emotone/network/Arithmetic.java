package org.emotone.network;

import org.jspecify.annotations.Nullable;

/**
 * Operations on values: element by element, products and sums.
 *
 * <p>Two operands broadcast as in NumPy: dimensions are aligned at the last one, and an extent of
 * one is repeated.
 *
 * @param <T> what stands for a tensor
 */
public interface Arithmetic<T> {

  /** Functions of one value that are no activation. */
  enum Elementwise {
    /** {@code eˣ}. */
    EXPONENTIAL,
    /** The natural logarithm. */
    LOGARITHM,
    /** Sine, of radians. */
    SINE,
    /** Cosine, of radians. */
    COSINE,
    /** The absolute value. */
    MAGNITUDE
  }

  /** Values that are fixed, such as a table of frequencies. */
  T constant(Tensor values);

  /** A single fixed number. */
  default T constant(double value) {
    return constant(new Tensor(new long[0], new float[] {(float) value}));
  }

  /** Sum, broadcasting. */
  T add(T x, T y);

  /** Difference, broadcasting. */
  T subtract(T x, T y);

  /** Product, broadcasting. */
  T multiply(T x, T y);

  /** Quotient, broadcasting. */
  T divide(T x, T y);

  /** {@code xʸ} for positive {@code x}, broadcasting. */
  T power(T x, T y);

  /** A function, element by element. */
  T elementwise(T x, Elementwise function);

  /** An activation, element by element. */
  T activation(T x, Activation.Function function);

  /** {@code √max(x, floor)}, whose gradient is zero below the floor. */
  T squareRoot(T x, double floor);

  /** {@code min(max(x, low), high)}, whose gradient is zero outside. */
  T clamp(T x, double low, double high);

  /** {@code x · weightᵀ + bias} over the last dimension; weight is {@code [out][in]}. */
  T dense(T x, T weight, @Nullable T bias);

  /** The product of matrices {@code […][n][k]} and {@code […][k][m]}, one by one. */
  T matrixProduct(T x, T y);

  /** Layer normalisation over the last dimension; weight and bias have its extent. */
  T layerNorm(T x, T weight, T bias, double epsilon);

  /** Mean over dimensions, in rising order, which are removed. */
  T mean(T x, int... dimensions);

  /** Sum over one dimension, which is removed. */
  T sum(T x, int dimension);

  /** Greatest value over dimensions, in rising order, which are removed. */
  T maximum(T x, int... dimensions);

  /** Softmax along one dimension. */
  T softmax(T x, int dimension);
}
