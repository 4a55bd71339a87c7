package org.emotone.network;

import org.jspecify.annotations.Nullable;

/**
 * The operations that layers are written in; each implementation is one interpretation of a
 * network.
 *
 * <p>They come in four groups: {@link Arithmetic}, {@link Windowing}, {@link Shaping} and {@link
 * Sequences}. Tensors are batch first.
 *
 * @param <T> what stands for a tensor: a shape, a node of an ONNX graph, a LibTorch tensor
 */
public interface Operations<T> extends Arithmetic<T>, Windowing<T>, Shaping<T>, Sequences<T> {

  /**
   * The forward pass of a layer inside a network. Layers that hold layers call this, so that an
   * interpreter may watch them go by.
   */
  default T apply(Layer layer, Scope scope, T input) {
    return layer.forward(this, scope, input);
  }

  /** The tensor of a parameter, declaring it on first use. */
  T parameter(Parameter parameter);

  /**
   * Batch normalisation over dimension 1: by the statistics of the batch when training (which also
   * moves the running ones), by the running ones otherwise.
   *
   * @param lengths {@code [batch]}, how much of the last dimension counts in the statistics of a
   *     training batch; null for all of it
   * @param momentum weight of the new batch in the running statistics
   */
  T batchNorm(
      T x,
      T weight,
      T bias,
      T runningMean,
      T runningVariance,
      @Nullable T lengths,
      double momentum,
      double epsilon);

  /**
   * Zeroes values with probability {@code rate} when training and scales up the others.
   *
   * @param channels whether all values of a channel (dimension 1) fall together
   */
  T dropout(T x, double rate, boolean channels);
}
