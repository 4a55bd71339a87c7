package org.emotone.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Computes the shapes of a network's tensors and collects its parameters, without any values.
 *
 * <p>An extent of −1 is unknown until the network runs; what depends on it is −1, too. Every rule
 * that can be checked before values are there is checked here, and what breaks one is reported with
 * the path of its layer.
 */
public final class ShapeInference implements Operations<long[]> {

  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();

  /**
   * A layer that went by.
   *
   * @param scope where it stands
   * @param layer the layer
   * @param output the shape that it gave
   * @param parameters values that it and its children declared
   */
  record Step(Scope scope, Layer layer, long[] output, long parameters) {}

  /** The parameters in the order of their first use. */
  public List<Parameter> parameters() {
    return List.copyOf(parameters.values());
  }

  /** The layers in the order in which they were entered. */
  List<Step> steps() {
    return List.copyOf(steps);
  }

  @Override
  public long[] apply(Layer layer, Scope scope, long[] input) {
    int index = steps.size();
    long before = size();
    steps.add(new Step(scope, layer, input, 0));
    long[] output;
    try {
      output = layer.forward(this, scope, input);
    } catch (LayerException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new LayerException(scope, layer, e);
    }
    steps.set(index, new Step(scope, layer, output, size() - before));
    return output;
  }

  private long size() {
    return parameters.values().stream().mapToLong(Parameter::size).sum();
  }

  @Override
  public long[] shape(long[] x) {
    return x.clone();
  }

  @Override
  public long[] parameter(Parameter parameter) {
    Parameter first = parameters.putIfAbsent(parameter.name(), parameter);
    if (first != null && !first.equals(parameter)) {
      throw new IllegalArgumentException(
          "declares " + parameter + " although there is already " + first);
    }
    return parameter.shape().stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public long[] convolution(
      long[] x,
      long[] weight,
      long @Nullable [] bias,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> dilation,
      int groups) {
    int dimensions = stride.size();
    Shapes.requireRank(x, dimensions + 2);
    Shapes.requireRank(weight, dimensions + 2);
    if (Shapes.known(x, 1) != weight[1] * groups || weight[0] % groups != 0) {
      throw new IllegalArgumentException(
          "a weight of the shape "
              + Arrays.toString(weight)
              + " in "
              + groups
              + " groups does not fit an input of the shape "
              + Arrays.toString(x));
    }
    if (bias != null) {
      requireVector(bias, weight[0]);
    }
    long[] output = x.clone();
    output[1] = weight[0];
    for (int i = 0; i < dimensions; i++) {
      output[i + 2] =
          Windows.count(x[i + 2], weight[i + 2], stride.get(i), padding.get(i), dilation.get(i));
    }
    return output;
  }

  @Override
  public long[] batchNorm(
      long[] x,
      long[] weight,
      long[] bias,
      long[] runningMean,
      long[] runningVariance,
      double momentum,
      double epsilon) {
    Shapes.requireRankAtLeast(x, 2);
    for (long[] vector : List.of(weight, bias, runningMean, runningVariance)) {
      requireVector(vector, Shapes.known(x, 1));
    }
    return x.clone();
  }

  @Override
  public long[] dense(long[] x, long[] weight, long @Nullable [] bias) {
    Shapes.requireRank(weight, 2);
    if (Shapes.known(x, x.length - 1) != weight[1]) {
      throw new IllegalArgumentException(
          "a weight of the shape "
              + Arrays.toString(weight)
              + " does not fit an input of the shape "
              + Arrays.toString(x));
    }
    if (bias != null) {
      requireVector(bias, weight[0]);
    }
    long[] output = x.clone();
    output[x.length - 1] = weight[0];
    return output;
  }

  private static void requireVector(long[] shape, long extent) {
    if (shape.length != 1 || shape[0] != extent) {
      throw new IllegalArgumentException(
          "needs a vector of " + extent + ", got the shape " + Arrays.toString(shape));
    }
  }

  @Override
  public long[] activation(long[] x, Activation.Function function) {
    return x.clone();
  }

  @Override
  public long[] maxPool(
      long[] x, List<Integer> kernel, List<Integer> stride, List<Integer> padding) {
    Shapes.requireRank(x, kernel.size() + 2);
    long[] output = x.clone();
    for (int i = 0; i < kernel.size(); i++) {
      output[i + 2] = Windows.count(x[i + 2], kernel.get(i), stride.get(i), padding.get(i), 1);
    }
    return output;
  }

  @Override
  public long[] averagePool(long[] x, List<Integer> kernel, List<Integer> stride) {
    return maxPool(x, kernel, stride, kernel.stream().map(k -> 0).toList());
  }

  @Override
  public long[] dropout(long[] x, double rate) {
    return x.clone();
  }

  @Override
  public long[] mean(long[] x, int... dimensions) {
    boolean[] removed = new boolean[x.length];
    for (int dimension : dimensions) {
      removed[requireDimension(x, dimension)] = true;
    }
    return IntStream.range(0, x.length).filter(i -> !removed[i]).mapToLong(i -> x[i]).toArray();
  }

  private static int requireDimension(long[] x, int dimension) {
    if (dimension < 0 || dimension >= x.length) {
      throw new IllegalArgumentException(
          "there is no dimension " + dimension + " in the shape " + Arrays.toString(x));
    }
    return dimension;
  }

  @Override
  public long[] sum(long[] x, int dimension) {
    return mean(x, dimension);
  }

  @Override
  public long[] softmax(long[] x, int dimension) {
    requireDimension(x, dimension);
    return x.clone();
  }

  @Override
  public long[] add(long[] x, long[] y) {
    return Shapes.broadcast(x, y);
  }

  @Override
  public long[] subtract(long[] x, long[] y) {
    return Shapes.broadcast(x, y);
  }

  @Override
  public long[] multiply(long[] x, long[] y) {
    return Shapes.broadcast(x, y);
  }

  @Override
  public long[] squareRoot(long[] x, double floor) {
    return x.clone();
  }

  @Override
  public long[] concatenate(List<long[]> parts, int dimension) {
    long[] output = parts.get(0).clone();
    requireDimension(output, dimension);
    for (long[] part : parts.subList(1, parts.size())) {
      long[] aligned = part.clone();
      if (part.length == output.length) {
        aligned[dimension] = output[dimension];
      }
      Shapes.requireSame("one part has the shape", aligned, "another", output);
      boolean known = output[dimension] != Shapes.UNKNOWN && part[dimension] != Shapes.UNKNOWN;
      output[dimension] = known ? output[dimension] + part[dimension] : Shapes.UNKNOWN;
    }
    return output;
  }

  @Override
  public long[] permute(long[] x, int... order) {
    if (!Arrays.equals(
        Arrays.stream(order).sorted().toArray(), IntStream.range(0, x.length).toArray())) {
      throw new IllegalArgumentException(
          Arrays.toString(order) + " does not reorder the shape " + Arrays.toString(x));
    }
    return Arrays.stream(order).mapToLong(i -> x[i]).toArray();
  }

  @Override
  public long[] unsqueeze(long[] x, int dimension) {
    long[] output = new long[x.length + 1];
    System.arraycopy(x, 0, output, 0, dimension);
    output[dimension] = 1;
    System.arraycopy(x, dimension, output, dimension + 1, x.length - dimension);
    return output;
  }

  @Override
  public long[] flatten(long[] x, int first, int last) {
    requireDimension(x, last);
    long[] output = new long[x.length - (last - first)];
    System.arraycopy(x, 0, output, 0, first);
    output[first] = 1;
    for (int i = first; i <= last; i++) {
      output[first] *= Shapes.known(x, i);
    }
    System.arraycopy(x, last + 1, output, first + 1, x.length - last - 1);
    return output;
  }
}
