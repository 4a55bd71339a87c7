package org.emotone.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Computes layers in the slowest and plainest way, for inference, to compare others with. */
final class ReferenceOperations
    implements Operations<Tensor>, ReferenceArithmetic, ReferenceWindowing, ReferenceSequences {

  private final Map<String, Tensor> weights;
  private final ShapeInference shapes = new ShapeInference();

  ReferenceOperations(Map<String, Tensor> weights) {
    this.weights = weights;
  }

  /** A tensor whose values are a function of their index. */
  static Tensor tensor(long[] shape, ToDoubleFunction<int[]> value) {
    float[] values = new float[Math.toIntExact(Tensor.size(shape))];
    int[] index = new int[shape.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) value.applyAsDouble(index);
      for (int d = shape.length - 1; d >= 0 && ++index[d] == shape[d]; d--) {
        index[d] = 0;
      }
    }
    return new Tensor(shape, values);
  }

  /** The value at an index, which may be longer than broadcasting needs. */
  static double at(Tensor x, int... index) {
    long[] shape = x.shape();
    int surplus = index.length - shape.length;
    long offset = 0;
    for (int d = 0; d < shape.length; d++) {
      offset = offset * shape[d] + (shape[d] == 1 ? 0 : index[d + surplus]);
    }
    return x.values()[(int) offset];
  }

  static int[] with(int[] index, int dimension, int value) {
    int[] changed = index.clone();
    changed[dimension] = value;
    return changed;
  }

  @Override
  public long[] shape(Tensor x) {
    return x.shape();
  }

  @Override
  public Tensor parameter(Parameter parameter) {
    return Objects.requireNonNull(weights.get(parameter.name()));
  }

  @Override
  public Tensor convolution(
      Tensor x,
      Tensor weight,
      @Nullable Tensor bias,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> dilation,
      int groups) {
    long[] w = weight.shape();
    long[] shape =
        shapes.convolution(
            x.shape(), w, bias == null ? null : bias.shape(), stride, padding, dilation, groups);
    List<int[]> taps = indices(Arrays.copyOfRange(w, 1, w.length));
    return tensor(
        shape,
        at -> {
          double sum = bias == null ? 0 : at(bias, at[1]);
          int group = (int) (at[1] / (w[0] / groups));
          for (int[] tap : taps) {
            int[] source = new int[at.length];
            source[0] = at[0];
            source[1] = (int) (group * w[1] + tap[0]);
            for (int d = 0; d < stride.size(); d++) {
              source[d + 2] =
                  at[d + 2] * stride.get(d) - padding.get(d) + tap[d + 1] * dilation.get(d);
            }
            if (inside(x, source)) {
              int[] weightIndex =
                  IntStream.concat(IntStream.of(at[1]), Arrays.stream(tap)).toArray();
              sum += at(x, source) * at(weight, weightIndex);
            }
          }
          return sum;
        });
  }

  static List<int[]> indices(long[] shape) {
    List<int[]> indices = new ArrayList<>();
    tensor(
        shape,
        at -> {
          indices.add(at.clone());
          return 0;
        });
    return indices;
  }

  static boolean inside(Tensor x, int[] index) {
    long[] shape = x.shape();
    return IntStream.range(0, shape.length).allMatch(d -> index[d] >= 0 && index[d] < shape[d]);
  }

  @Override
  public Tensor batchNorm(
      Tensor x,
      Tensor weight,
      Tensor bias,
      Tensor runningMean,
      Tensor runningVariance,
      @Nullable Tensor lengths,
      double momentum,
      double epsilon) {
    return tensor(
        x.shape(),
        at ->
            (at(x, at) - at(runningMean, at[1]))
                    / Math.sqrt(at(runningVariance, at[1]) + epsilon)
                    * at(weight, at[1])
                + at(bias, at[1]));
  }

  @Override
  public Tensor dense(Tensor x, Tensor weight, @Nullable Tensor bias) {
    long[] shape = x.shape();
    int last = shape.length - 1;
    int in = (int) shape[last];
    shape[last] = weight.shape()[0];
    return tensor(
        shape,
        at ->
            IntStream.range(0, in)
                    .mapToDouble(i -> at(x, with(at, last, i)) * at(weight, at[last], i))
                    .sum()
                + (bias == null ? 0 : at(bias, at[last])));
  }

  @Override
  public Tensor maxPool(
      Tensor x, List<Integer> kernel, List<Integer> stride, List<Integer> padding) {
    return tensor(
        shapes.maxPool(x.shape(), kernel, stride, padding),
        at ->
            window(at, kernel, stride, padding).stream()
                .filter(source -> inside(x, source))
                .mapToDouble(source -> at(x, source))
                .max()
                .orElseThrow());
  }

  @Override
  public Tensor averagePool(Tensor x, List<Integer> kernel, List<Integer> stride) {
    List<Integer> none = kernel.stream().map(k -> 0).toList();
    return tensor(
        shapes.averagePool(x.shape(), kernel, stride),
        at ->
            window(at, kernel, stride, none).stream()
                .mapToDouble(source -> at(x, source))
                .average()
                .orElseThrow());
  }

  private static List<int[]> window(
      int[] at, List<Integer> kernel, List<Integer> stride, List<Integer> padding) {
    List<int[]> sources = new ArrayList<>();
    for (int[] tap : indices(kernel.stream().mapToLong(Integer::longValue).toArray())) {
      int[] source = at.clone();
      for (int d = 0; d < tap.length; d++) {
        source[d + 2] = at[d + 2] * stride.get(d) - padding.get(d) + tap[d];
      }
      sources.add(source);
    }
    return sources;
  }

  @Override
  public Tensor dropout(Tensor x, double rate, boolean channels) {
    return x;
  }

  @Override
  public Tensor mean(Tensor x, int... dimensions) {
    Tensor sum = x;
    double count = 1;
    for (int i = dimensions.length - 1; i >= 0; i--) {
      count *= x.shape()[dimensions[i]];
      sum = sum(sum, dimensions[i]);
    }
    double divisor = count;
    Tensor total = sum;
    return tensor(total.shape(), at -> at(total, at) / divisor);
  }

  @Override
  public Tensor sum(Tensor x, int dimension) {
    return tensor(
        shapes.sum(x.shape(), dimension),
        at -> {
          int[] index = new int[at.length + 1];
          System.arraycopy(at, 0, index, 0, dimension);
          System.arraycopy(at, dimension, index, dimension + 1, at.length - dimension);
          return IntStream.range(0, (int) x.shape()[dimension])
              .mapToDouble(i -> at(x, with(index, dimension, i)))
              .sum();
        });
  }

  @Override
  public Tensor softmax(Tensor x, int dimension) {
    int extent = (int) x.shape()[dimension];
    return tensor(
        x.shape(),
        at ->
            1
                / IntStream.range(0, extent)
                    .mapToDouble(i -> Math.exp(at(x, with(at, dimension, i)) - at(x, at)))
                    .sum());
  }

  @Override
  public Tensor concatenate(List<Tensor> parts, int dimension) {
    return tensor(
        shapes.concatenate(parts.stream().map(Tensor::shape).toList(), dimension),
        at -> {
          int index = at[dimension];
          int part = 0;
          while (index >= parts.get(part).shape()[dimension]) {
            index -= (int) parts.get(part++).shape()[dimension];
          }
          return at(parts.get(part), with(at, dimension, index));
        });
  }

  @Override
  public Tensor permute(Tensor x, int... order) {
    return tensor(
        shapes.permute(x.shape(), order),
        at -> {
          int[] source = new int[at.length];
          for (int d = 0; d < order.length; d++) {
            source[order[d]] = at[d];
          }
          return at(x, source);
        });
  }

  @Override
  public Tensor unsqueeze(Tensor x, int dimension) {
    return new Tensor(shapes.unsqueeze(x.shape(), dimension), x.values());
  }

  @Override
  public Tensor flatten(Tensor x, int first, int last) {
    return new Tensor(shapes.flatten(x.shape(), first, last), x.values());
  }

  @Override
  public Tensor unflatten(Tensor x, int dimension, int... extents) {
    return new Tensor(shapes.unflatten(x.shape(), dimension, extents), x.values());
  }

  @Override
  public Tensor slice(Tensor x, int dimension, int start, int end) {
    return tensor(
        shapes.slice(x.shape(), dimension, start, end),
        at -> at(x, with(at, dimension, at[dimension] + start)));
  }

  @Override
  public Tensor fixed(Tensor x, int dimension, int extent) {
    return new Tensor(shapes.fixed(x.shape(), dimension, extent), x.values());
  }

  @Override
  public Tensor mergeBatch(Tensor x) {
    return new Tensor(shapes.mergeBatch(x.shape()), x.values());
  }

  @Override
  public Tensor splitBatch(Tensor x, Tensor like) {
    return new Tensor(shapes.splitBatch(x.shape(), like.shape()), x.values());
  }
}
