package org.emotone.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operations on windows of the trailing dimensions.
 *
 * <p>Convolutions and pools take {@code [batch][channels][time]} in one dimension and {@code
 * [batch][channels][frequency][time]} in two; kernels, strides, paddings and dilations have one
 * entry for each of the trailing dimensions.
 *
 * @param <T> what stands for a tensor
 */
public interface Windowing<T> {

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
   * Transposed convolution, the gradient of {@link #convolution} by its input: an extent {@code n}
   * becomes {@code (n − 1) · stride − 2 · padding + dilation · (kernel − 1) + outputPadding + 1}.
   *
   * @param weight {@code [in][out / groups][kernel…]}
   * @param bias {@code [out]}, or null for none
   * @param padding cut off at both ends of each trailing dimension
   * @param outputPadding added at the far end of each trailing dimension
   */
  T transposedConvolution(
      T x,
      T weight,
      @Nullable T bias,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> outputPadding,
      List<Integer> dilation,
      int groups);

  /** Maximum over windows; padding counts as minus infinity. */
  T maxPool(T x, List<Integer> kernel, List<Integer> stride, List<Integer> padding);

  /** Mean over windows; no padding. */
  T averagePool(T x, List<Integer> kernel, List<Integer> stride);

  /** Cuts the last dimension into {@code [windows][size]}, a window every {@code step}. */
  T windows(T x, int size, int step);

  /** Adds {@code before} and {@code after} entries of a value to a dimension. */
  T pad(T x, int dimension, int before, int after, double value);

  /**
   * Adds entries of a value to a dimension until {@code ⌈extent / stride⌉} windows fit, half of
   * them before, the odd one after: what TensorFlow and Keras call {@code same}.
   *
   * @param window width of a window, with the gaps of its dilation
   */
  T padSame(T x, int dimension, int window, int stride, double value);

  /**
   * Changes the size of a picture {@code [batch][channels][height][width]} by bilinear
   * interpolation between the centres of pixels, without smoothing.
   */
  T resize(T x, int height, int width);
}
