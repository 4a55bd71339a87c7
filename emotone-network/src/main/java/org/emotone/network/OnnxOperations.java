package org.emotone.network;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Interprets layers by appending nodes to an ONNX graph. */
final class OnnxOperations implements Operations<OnnxOperations.Value> {

  private final OnnxGraph graph;
  private final Map<String, Tensor> weights;
  private final ShapeInference shapes = new ShapeInference();
  private final Set<String> stored = new HashSet<>();
  private Scope scope = Scope.ROOT;

  /**
   * A tensor of the graph.
   *
   * @param name unique in the graph
   * @param shape −1 where dynamic
   */
  record Value(String name, long[] shape) {}

  OnnxOperations(OnnxGraph graph, Map<String, Tensor> weights) {
    this.graph = graph;
    this.weights = weights;
  }

  /** The input that the graph has declared. */
  Value input(String name, int coefficients) {
    return new Value(name, new long[] {-1, -1, coefficients});
  }

  /** Makes a tensor the output of the graph. */
  void finish(Value logits) {
    graph.node("Identity", OnnxExporter.OUTPUT, List.of(logits.name()), Map.of());
  }

  @Override
  public Value apply(Layer layer, Scope place, Value input) {
    Scope outer = scope;
    scope = place;
    Value output = layer.forward(this, place, input);
    scope = outer;
    return output;
  }

  private Value node(
      String operator, long[] shape, Map<String, Object> attributes, String... inputs) {
    String name = graph.unique(scope.name(operator));
    graph.node(operator, name, List.of(inputs), attributes);
    return new Value(name, shape);
  }

  private Value node(String operator, long[] shape, Value... inputs) {
    return node(
        operator, shape, Map.of(), Arrays.stream(inputs).map(Value::name).toArray(String[]::new));
  }

  @Override
  public long[] shape(Value x) {
    return x.shape().clone();
  }

  @Override
  public Value parameter(Parameter parameter) {
    long[] shape = shapes.parameter(parameter);
    if (stored.add(parameter.name())) {
      graph.constant(parameter.name(), Objects.requireNonNull(weights.get(parameter.name())));
    }
    return new Value(parameter.name(), shape);
  }

  @Override
  public Value convolution(
      Value x,
      Value weight,
      @Nullable Value bias,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> dilation,
      int groups) {
    long[] shape =
        shapes.convolution(
            x.shape(),
            weight.shape(),
            bias == null ? null : bias.shape(),
            stride,
            padding,
            dilation,
            groups);
    Map<String, Object> attributes =
        Map.of(
            "kernel_shape", Arrays.copyOfRange(weight.shape(), 2, weight.shape().length),
            "strides", longs(stride),
            "pads", bothEnds(padding),
            "dilations", longs(dilation),
            "group", (long) groups);
    return node("Conv", shape, attributes, names(x, weight, bias));
  }

  private static String[] names(@Nullable Value... values) {
    return Stream.of(values).filter(Objects::nonNull).map(Value::name).toArray(String[]::new);
  }

  private static long[] longs(List<Integer> numbers) {
    return numbers.stream().mapToLong(Integer::longValue).toArray();
  }

  /** ONNX lists all beginnings, then all ends. */
  private static long[] bothEnds(List<Integer> padding) {
    return LongStream.concat(Arrays.stream(longs(padding)), Arrays.stream(longs(padding)))
        .toArray();
  }

  @Override
  public Value batchNorm(
      Value x,
      Value weight,
      Value bias,
      Value runningMean,
      Value runningVariance,
      double momentum,
      double epsilon) {
    return node(
        "BatchNormalization",
        x.shape(),
        Map.of("epsilon", (float) epsilon),
        names(x, weight, bias, runningMean, runningVariance));
  }

  @Override
  public Value dense(Value x, Value weight, @Nullable Value bias) {
    long[] shape = shapes.dense(x.shape(), weight.shape(), bias == null ? null : bias.shape());
    if (x.shape().length == 2) {
      return node("Gemm", shape, Map.of("transB", 1L), names(x, weight, bias));
    }
    Value product = node("MatMul", shape, x, permute(weight, 1, 0));
    return bias == null ? product : add(product, bias);
  }

  @Override
  public Value activation(Value x, Activation.Function function) {
    return switch (function) {
      case RELU -> node("Relu", x.shape(), x);
      case ELU -> node("Elu", x.shape(), x);
      case TANH -> node("Tanh", x.shape(), x);
      case SIGMOID -> node("Sigmoid", x.shape(), x);
    };
  }

  @Override
  public Value maxPool(Value x, List<Integer> kernel, List<Integer> stride, List<Integer> padding) {
    Map<String, Object> attributes =
        Map.of("kernel_shape", longs(kernel), "strides", longs(stride), "pads", bothEnds(padding));
    long[] shape = shapes.maxPool(x.shape(), kernel, stride, padding);
    return node("MaxPool", shape, attributes, x.name());
  }

  @Override
  public Value averagePool(Value x, List<Integer> kernel, List<Integer> stride) {
    Map<String, Object> attributes =
        Map.of("kernel_shape", longs(kernel), "strides", longs(stride));
    long[] shape = shapes.averagePool(x.shape(), kernel, stride);
    return node("AveragePool", shape, attributes, x.name());
  }

  @Override
  public Value dropout(Value x, double rate) {
    return x;
  }

  @Override
  public Value mean(Value x, int... dimensions) {
    long[] axes = Arrays.stream(dimensions).asLongStream().toArray();
    return node(
        "ReduceMean",
        shapes.mean(x.shape(), dimensions),
        Map.of("axes", axes, "keepdims", 0L),
        x.name());
  }

  @Override
  public Value sum(Value x, int dimension) {
    return node(
        "ReduceSum",
        shapes.sum(x.shape(), dimension),
        Map.of("keepdims", 0L),
        x.name(),
        graph.integers(dimension));
  }

  @Override
  public Value softmax(Value x, int dimension) {
    return node(
        "Softmax",
        shapes.softmax(x.shape(), dimension),
        Map.of("axis", (long) dimension),
        x.name());
  }

  @Override
  public Value add(Value x, Value y) {
    return node("Add", shapes.add(x.shape(), y.shape()), x, y);
  }

  @Override
  public Value subtract(Value x, Value y) {
    return node("Sub", shapes.subtract(x.shape(), y.shape()), x, y);
  }

  @Override
  public Value multiply(Value x, Value y) {
    return node("Mul", shapes.multiply(x.shape(), y.shape()), x, y);
  }

  @Override
  public Value squareRoot(Value x, double floor) {
    Value atLeast = node("Max", x.shape(), Map.of(), x.name(), graph.scalar((float) floor));
    return node("Sqrt", x.shape(), atLeast);
  }

  @Override
  public Value concatenate(List<Value> parts, int dimension) {
    return node(
        "Concat",
        shapes.concatenate(parts.stream().map(Value::shape).toList(), dimension),
        Map.of("axis", (long) dimension),
        names(parts.toArray(Value[]::new)));
  }

  @Override
  public Value permute(Value x, int... order) {
    return node(
        "Transpose",
        shapes.permute(x.shape(), order),
        Map.of("perm", Arrays.stream(order).asLongStream().toArray()),
        x.name());
  }

  @Override
  public Value unsqueeze(Value x, int dimension) {
    return node(
        "Unsqueeze",
        shapes.unsqueeze(x.shape(), dimension),
        Map.of(),
        x.name(),
        graph.integers(dimension));
  }

  /**
   * ONNX copies a leading extent where the wanted one is 0, and infers one that is −1: enough for a
   * dynamic batch before the merged dimensions and a dynamic time after them.
   */
  @Override
  public Value flatten(Value x, int first, int last) {
    long[] shape = shapes.flatten(x.shape(), first, last);
    long[] wanted = shape.clone();
    Arrays.fill(wanted, 0, first, 0);
    if (Arrays.stream(wanted).filter(extent -> extent < 0).count() > 1) {
      throw new IllegalArgumentException(
          "cannot be written as ONNX: too many unknown extents in " + Arrays.toString(shape));
    }
    return node("Reshape", shape, Map.of(), x.name(), graph.integers(wanted));
  }
}
