package org.emotone.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Windowing} on padded batches. */
interface PaddedWindowing<T> extends Windowing<Padded<T>>, PaddedBase<T> {

  @Override
  default Padded<T> convolution(
      Padded<T> x,
      Padded<T> weight,
      @Nullable Padded<T> bias,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> dilation,
      int groups) {
    @Nullable T offset = bias == null ? null : bias.value();
    int last = rank(x) - 1;
    T output =
        inner()
            .convolution(
                filled(x, last, 0), weight.value(), offset, stride, padding, dilation, groups);
    int i = stride.size() - 1;
    long kernel = inner().shape(weight.value())[last];
    return counted(x, output, last, kernel, stride.get(i), padding.get(i), dilation.get(i));
  }

  /** The lengths that windows leave. */
  private Padded<T> counted(
      Padded<T> x, T output, int last, long kernel, int stride, int padding, int dilation) {
    if (x.time().isEmpty()) {
      return Padded.whole(output);
    }
    if (!x.isTime(last)) {
      throw PaddedOperations.unpadded("windows over a time that is not the last dimension");
    }
    long width = dilation * (kernel - 1) + 1;
    long offset = 2L * padding - width + stride;
    return x.with(output, inner().rescale(PaddedOperations.lengths(x), 1, offset, stride));
  }

  @Override
  default Padded<T> transposedConvolution(
      Padded<T> x,
      Padded<T> weight,
      @Nullable Padded<T> bias,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> outputPadding,
      List<Integer> dilation,
      int groups) {
    @Nullable T offset = bias == null ? null : bias.value();
    int last = rank(x) - 1;
    T output =
        inner()
            .transposedConvolution(
                filled(x, last, 0),
                weight.value(),
                offset,
                stride,
                padding,
                outputPadding,
                dilation,
                groups);
    if (!x.isTime(last)) {
      return x.with(output);
    }
    int i = stride.size() - 1;
    long kernel = inner().shape(weight.value())[last];
    long width = dilation.get(i) * (kernel - 1) + 1;
    long more = width + outputPadding.get(i) - stride.get(i) - 2L * padding.get(i);
    return x.with(output, inner().rescale(PaddedOperations.lengths(x), stride.get(i), more, 1));
  }

  @Override
  default Padded<T> maxPool(
      Padded<T> x, List<Integer> kernel, List<Integer> stride, List<Integer> padding) {
    int i = kernel.size() - 1;
    int last = rank(x) - 1;
    T input = padding.get(i) == 0 ? x.value() : filled(x, last, LOWEST);
    T output = inner().maxPool(input, kernel, stride, padding);
    Padded<T> pooled = counted(x, output, last, kernel.get(i), stride.get(i), padding.get(i), 1);
    // A window of nothing but padding has the lowest number there is, which would overflow in
    // what follows and spoil its gradients.
    return pooled.with(filled(pooled, last, 0));
  }

  @Override
  default Padded<T> averagePool(Padded<T> x, List<Integer> kernel, List<Integer> stride) {
    int i = kernel.size() - 1;
    T output = inner().averagePool(x.value(), kernel, stride);
    return counted(x, output, rank(x) - 1, kernel.get(i), stride.get(i), 0, 1);
  }

  @Override
  default Padded<T> windows(Padded<T> x, int size, int step) {
    T output = inner().windows(x.value(), size, step);
    return counted(x, output, rank(x) - 1, size, step, 0, 1);
  }

  @Override
  default Padded<T> pad(Padded<T> x, int dimension, int before, int after, double value) {
    T output = inner().pad(filled(x, dimension, value), dimension, before, after, value);
    return x.isTime(dimension)
        ? x.with(output, inner().rescale(PaddedOperations.lengths(x), 1, (long) before + after, 1))
        : x.with(output);
  }

  @Override
  default Padded<T> padSame(Padded<T> x, int dimension, int window, int stride, double value) {
    if (!x.isTime(dimension)) {
      return x.with(inner().padSame(x.value(), dimension, window, stride, value));
    }
    if (stride > 1) {
      throw PaddedOperations.unpadded("'same' padding with a stride in time");
    }
    int total = window - 1;
    return pad(x, dimension, total / 2, total - total / 2, value);
  }

  @Override
  default Padded<T> resize(Padded<T> x, int height, int width) {
    if (!x.time().isEmpty()) {
      throw PaddedOperations.unpadded("a picture of a fixed size");
    }
    return Padded.whole(inner().resize(x.value(), height, width));
  }
}
