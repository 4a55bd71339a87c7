package org.emotone.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** {@link Windowing} as nodes of an ONNX graph. */
interface OnnxWindowing extends Windowing<OnnxValue>, OnnxNodes {

  @Override
  default OnnxValue convolution(
      OnnxValue x,
      OnnxValue weight,
      @Nullable OnnxValue bias,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> dilation,
      int groups) {
    long @Nullable [] biasShape = bias == null ? null : bias.shape();
    long[] shape =
        shapes()
            .convolution(x.shape(), weight.shape(), biasShape, stride, padding, dilation, groups);
    return node(
        "Conv",
        shape,
        convolution(weight, stride, padding, dilation, groups),
        OnnxNodes.names(x, weight, bias));
  }

  private static Map<String, Object> convolution(
      OnnxValue weight,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> dilation,
      int groups) {
    return Map.of(
        "kernel_shape", Arrays.copyOfRange(weight.shape(), 2, weight.shape().length),
        "strides", OnnxNodes.longs(stride),
        "pads", bothEnds(padding),
        "dilations", OnnxNodes.longs(dilation),
        "group", (long) groups);
  }

  /** ONNX lists all beginnings, then all ends. */
  private static long[] bothEnds(List<Integer> padding) {
    return LongStream.concat(
            Arrays.stream(OnnxNodes.longs(padding)), Arrays.stream(OnnxNodes.longs(padding)))
        .toArray();
  }

  @Override
  default OnnxValue transposedConvolution(
      OnnxValue x,
      OnnxValue weight,
      @Nullable OnnxValue bias,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> outputPadding,
      List<Integer> dilation,
      int groups) {
    long @Nullable [] biasShape = bias == null ? null : bias.shape();
    long[] shape =
        shapes()
            .transposedConvolution(
                x.shape(),
                weight.shape(),
                biasShape,
                stride,
                padding,
                outputPadding,
                dilation,
                groups);
    Map<String, Object> attributes =
        new HashMap<>(convolution(weight, stride, padding, dilation, groups));
    attributes.put("output_padding", OnnxNodes.longs(outputPadding));
    return node("ConvTranspose", shape, attributes, OnnxNodes.names(x, weight, bias));
  }

  @Override
  default OnnxValue maxPool(
      OnnxValue x, List<Integer> kernel, List<Integer> stride, List<Integer> padding) {
    Map<String, Object> attributes =
        Map.of(
            "kernel_shape",
            OnnxNodes.longs(kernel),
            "strides",
            OnnxNodes.longs(stride),
            "pads",
            bothEnds(padding));
    long[] shape = shapes().maxPool(x.shape(), kernel, stride, padding);
    return node("MaxPool", shape, attributes, List.of(x.name()));
  }

  @Override
  default OnnxValue averagePool(OnnxValue x, List<Integer> kernel, List<Integer> stride) {
    Map<String, Object> attributes =
        Map.of("kernel_shape", OnnxNodes.longs(kernel), "strides", OnnxNodes.longs(stride));
    long[] shape = shapes().averagePool(x.shape(), kernel, stride);
    return node("AveragePool", shape, attributes, List.of(x.name()));
  }

  /** Gathers a matrix of indices, {@code [windows][size]}, from the last dimension. */
  @Override
  default OnnxValue windows(OnnxValue x, int size, int step) {
    int last = x.shape().length - 1;
    OnnxGraph graph = graph();
    String room = integer("Sub", Map.of(), extent(x, last), graph.integers(size));
    String steps = integer("Div", Map.of(), room, graph.integers(step));
    String count = integer("Add", Map.of(), steps, graph.integers(1));
    String starts = integer("Mul", Map.of(), range(count), graph.integers(step));
    String column = integer("Unsqueeze", Map.of(), starts, graph.integers(1));
    long[] taps = LongStream.range(0, size).toArray();
    String indices = integer("Add", Map.of(), column, graph.integers(taps));
    return node(
        "Gather",
        shapes().windows(x.shape(), size, step),
        Map.of("axis", (long) last),
        List.of(x.name(), indices));
  }

  @Override
  default OnnxValue pad(OnnxValue x, int dimension, int before, int after, double value) {
    long[] pads = new long[2 * x.shape().length];
    pads[dimension] = before;
    pads[x.shape().length + dimension] = after;
    long[] shape = shapes().pad(x.shape(), dimension, before, after, value);
    return padded(x, shape, graph().integers(pads), value);
  }

  private OnnxValue padded(OnnxValue x, long[] shape, String pads, double value) {
    List<String> inputs = List.of(x.name(), pads, graph().scalar((float) value));
    return node("Pad", shape, Map.of(), inputs);
  }

  @Override
  default OnnxValue padSame(OnnxValue x, int dimension, int window, int stride, double value) {
    long extent = x.shape()[dimension];
    if (stride == 1 || extent != Shapes.UNKNOWN) {
      int total = (int) Windows.same(Math.max(1, extent), window, stride);
      return pad(x, dimension, total / 2, total - total / 2, value);
    }
    OnnxGraph graph = graph();
    String length = extent(x, dimension);
    String up = integer("Add", Map.of(), length, graph.integers(stride - 1));
    String windows = integer("Div", Map.of(), up, graph.integers(stride));
    String steps = integer("Sub", Map.of(), windows, graph.integers(1));
    String reach = integer("Mul", Map.of(), steps, graph.integers(stride));
    String wanted = integer("Add", Map.of(), reach, graph.integers(window));
    String missing = integer("Sub", Map.of(), wanted, length);
    String total = integer("Max", Map.of(), missing, graph.integers(0));
    String before = integer("Div", Map.of(), total, graph.integers(2));
    String after = integer("Sub", Map.of(), total, before);
    int rank = x.shape().length;
    long[] first = new long[rank];
    first[dimension] = 1;
    long[] second = new long[rank];
    second[dimension] = 1;
    String starts = integer("Mul", Map.of(), graph.integers(first), before);
    String ends = integer("Mul", Map.of(), graph.integers(second), after);
    String pads = integer("Concat", Map.of("axis", 0L), starts, ends);
    long[] shape = shapes().padSame(x.shape(), dimension, window, stride, value);
    return padded(x, shape, pads, value);
  }

  @Override
  default OnnxValue resize(OnnxValue x, int height, int width) {
    String size = graph().integers(height, width);
    String sizes = integer("Concat", Map.of("axis", 0L), extents(x, 0, 2), size);
    Map<String, Object> attributes =
        Map.of("mode", "linear", "coordinate_transformation_mode", "half_pixel");
    return node(
        "Resize",
        shapes().resize(x.shape(), height, width),
        attributes,
        List.of(x.name(), "", "", sizes));
  }
}
