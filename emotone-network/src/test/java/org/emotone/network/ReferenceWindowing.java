package org.emotone.network;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Operations on windows, in the plainest way. */
interface ReferenceWindowing extends Windowing<Tensor> {

  /** Each input value adds a copy of the kernel to the output. */
  @Override
  default Tensor transposedConvolution(
      Tensor x,
      Tensor weight,
      @Nullable Tensor bias,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> outputPadding,
      List<Integer> dilation,
      int groups) {
    long[] shape =
        new ShapeInference()
            .transposedConvolution(
                x.shape(),
                weight.shape(),
                bias == null ? null : bias.shape(),
                stride,
                padding,
                outputPadding,
                dilation,
                groups);
    Tensor output =
        ReferenceOperations.tensor(shape, at -> bias == null ? 0 : bias.values()[at[1]]);
    long[] w = weight.shape();
    for (int[] source : ReferenceOperations.indices(x.shape())) {
      for (int[] tap : ReferenceOperations.indices(w)) {
        int perGroup = (int) w[0] / groups;
        if (tap[0] == source[1]) {
          int[] target = source.clone();
          target[1] = source[1] / perGroup * (int) w[1] + tap[1];
          for (int d = 0; d < stride.size(); d++) {
            target[d + 2] =
                source[d + 2] * stride.get(d) - padding.get(d) + tap[d + 2] * dilation.get(d);
          }
          if (ReferenceOperations.inside(output, target)) {
            int offset = 0;
            for (int d = 0; d < target.length; d++) {
              offset = offset * (int) shape[d] + target[d];
            }
            output.values()[offset] +=
                (float) (ReferenceOperations.at(x, source) * ReferenceOperations.at(weight, tap));
          }
        }
      }
    }
    return output;
  }

  @Override
  default Tensor windows(Tensor x, int size, int step) {
    int last = x.shape().length - 1;
    return ReferenceOperations.tensor(
        new ShapeInference().windows(x.shape(), size, step),
        at -> {
          int[] source = IntStream.of(at).limit(last + 1).toArray();
          source[last] = at[last] * step + at[last + 1];
          return ReferenceOperations.at(x, source);
        });
  }

  @Override
  default Tensor pad(Tensor x, int dimension, int before, int after, double value) {
    return ReferenceOperations.tensor(
        new ShapeInference().pad(x.shape(), dimension, before, after, value),
        at -> {
          int[] source = ReferenceOperations.with(at, dimension, at[dimension] - before);
          return ReferenceOperations.inside(x, source) ? ReferenceOperations.at(x, source) : value;
        });
  }

  @Override
  default Tensor padSame(Tensor x, int dimension, int window, int stride, double value) {
    int extent = (int) x.shape()[dimension];
    int windows = (int) Math.ceil((double) extent / stride);
    int total = Math.max(0, (windows - 1) * stride + window - extent);
    return pad(x, dimension, total / 2, total - total / 2, value);
  }

  @Override
  default Tensor resize(Tensor x, int height, int width) {
    return ReferenceOperations.tensor(
        new long[] {x.shape()[0], x.shape()[1], height, width},
        at -> {
          double[] rows = position(at[2], height, (int) x.shape()[2]);
          double[] columns = position(at[3], width, (int) x.shape()[3]);
          double sum = 0;
          for (int r = 0; r < 2; r++) {
            for (int c = 0; c < 2; c++) {
              int[] source = {at[0], at[1], (int) rows[r], (int) columns[c]};
              double weight =
                  (r == 0 ? 1 - rows[2] : rows[2]) * (c == 0 ? 1 - columns[2] : columns[2]);
              sum += weight * ReferenceOperations.at(x, source);
            }
          }
          return sum;
        });
  }

  /** The pixels before and after a centre, and how far it is from the first to the second. */
  private static double[] position(int target, int size, int extent) {
    double centre = Math.max(0, (target + 0.5) * extent / size - 0.5);
    double before = Math.min(Math.floor(centre), extent - 1);
    return new double[] {before, Math.min(before + 1, extent - 1), centre - before};
  }
}
