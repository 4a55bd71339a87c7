package org.emotone.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operations that layers are written in; each implementation is one interpretation of a
 * network.
 *
 * <p>Tensors are batch first. Convolutions and pools take {@code [batch][channels][time]} in one
 * dimension and {@code [batch][channels][frequency][time]} in two; kernels, strides, paddings and
 * dilations have one entry for each of the trailing dimensions.
 *
 * @param <T> what stands for a tensor: a shape, a node of an ONNX graph, a LibTorch tensor
 */
public interface Operations<T> {

  /**
   * The forward pass of a layer inside a network. Layers that hold layers call this, so that an
   * interpreter may watch them go by.
   */
  default T apply(Layer layer, Scope scope, T input) {
    return layer.forward(this, scope, input);
  }

  /** Extents of a tensor; −1 where an interpreter does not know it before it runs. */
  long[] shape(T x);

  /** The tensor of a parameter, declaring it on first use. */
  T parameter(Parameter parameter);

  /**
   * Convolution in one or two dimensions, by the length of {@code stride}.
   *
   * @param weight {@code [out][in / groups][kernel…]}
   * @param bias {@code [out]}, or null for none
   * @param padding zeros added at both ends of each trailing dimension
   */
  T convolution(
      T x,
      T weight,
      @Nullable T bias,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> dilation,
      int groups);

  /**
   * Batch normalisation over dimension 1: by the statistics of the batch when training (which also
   * moves the running ones), by the running ones otherwise.
   *
   * @param momentum weight of the new batch in the running statistics
   */
  T batchNorm(
      T x, T weight, T bias, T runningMean, T runningVariance, double momentum, double epsilon);

  /** {@code x · weightᵀ + bias} over the last dimension; weight is {@code [out][in]}. */
  T dense(T x, T weight, @Nullable T bias);

  /** An activation, element by element. */
  T activation(T x, Activation.Function function);

  /** Maximum over windows; padding counts as minus infinity. */
  T maxPool(T x, List<Integer> kernel, List<Integer> stride, List<Integer> padding);

  /** Mean over windows; no padding. */
  T averagePool(T x, List<Integer> kernel, List<Integer> stride);

  /** Zeroes values with probability {@code rate} when training and scales up the others. */
  T dropout(T x, double rate);

  /** Mean over dimensions, which are removed. */
  T mean(T x, int... dimensions);

  /** Sum over one dimension, which is removed. */
  T sum(T x, int dimension);

  /** Softmax along one dimension. */
  T softmax(T x, int dimension);

  /** Sum, broadcasting. */
  T add(T x, T y);

  /** Difference, broadcasting. */
  T subtract(T x, T y);

  /** Product, broadcasting. */
  T multiply(T x, T y);

  /** {@code √max(x, floor)}, whose gradient is zero below the floor. */
  T squareRoot(T x, double floor);

  /** Joins along a dimension. */
  T concatenate(List<T> parts, int dimension);

  /** Reorders dimensions. */
  T permute(T x, int... order);

  /** Inserts a dimension of extent one. */
  T unsqueeze(T x, int dimension);

  /** Merges dimensions {@code first} to {@code last}, both included, into one. */
  T flatten(T x, int first, int last);
}
