package org.emotone.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@link Sequences} as nodes of an ONNX graph. */
interface OnnxSequences extends Sequences<OnnxValue>, OnnxNodes {

  @Override
  default OnnxValue recurrent(
      OnnxValue x,
      Cell cell,
      OnnxValue inputWeight,
      OnnxValue recurrentWeight,
      OnnxValue inputBias,
      OnnxValue recurrentBias) {
    long[] shape =
        shapes()
            .recurrent(
                x.shape(),
                cell,
                inputWeight.shape(),
                recurrentWeight.shape(),
                inputBias.shape(),
                recurrentBias.shape());
    long units = shape[2];
    String biases =
        integer(
            "Concat",
            Map.of("axis", 0L),
            reordered(inputBias, cell, units),
            reordered(recurrentBias, cell, units));
    List<String> inputs =
        List.of(
            timeFirst(x),
            leading(reordered(inputWeight, cell, units)),
            leading(reordered(recurrentWeight, cell, units)),
            leading(biases));
    Map<String, Object> attributes =
        cell == Cell.LSTM
            ? Map.of("hidden_size", units)
            : Map.of("hidden_size", units, "linear_before_reset", 1L);
    return batchFirst(node(cell.name(), shape, attributes, inputs), shape);
  }

  private String timeFirst(OnnxValue x) {
    return integer("Transpose", Map.of("perm", new long[] {1, 0, 2}), x.name());
  }

  private String leading(String name) {
    return integer("Unsqueeze", Map.of(), name, graph().integers(0));
  }

  /** Of {@code [time][1][batch][units]}, {@code [batch][time][units]}. */
  private OnnxValue batchFirst(OnnxValue states, long[] shape) {
    String one = integer("Squeeze", Map.of(), states.name(), graph().integers(1));
    return node("Transpose", shape, Map.of("perm", new long[] {1, 0, 2}), List.of(one));
  }

  /** ONNX stacks the gates of an LSTM as i-o-f-c and those of a GRU as z-r-h. */
  private String reordered(OnnxValue stacked, Cell cell, long units) {
    long[] order = cell == Cell.LSTM ? new long[] {0, 3, 1, 2} : new long[] {1, 0, 2};
    List<String> gates = new ArrayList<>();
    for (long gate : order) {
      gates.add(
          integer(
              "Slice",
              Map.of(),
              stacked.name(),
              graph().integers(gate * units),
              graph().integers((gate + 1) * units),
              graph().integers(0)));
    }
    return integer("Concat", Map.of("axis", 0L), gates.toArray(String[]::new));
  }

  @Override
  default OnnxValue reverse(OnnxValue x) {
    OnnxGraph graph = graph();
    List<String> inputs =
        List.of(
            x.name(),
            graph.integers(-1),
            graph.integers(Long.MIN_VALUE),
            graph.integers(1),
            graph.integers(-1));
    return node("Slice", shapes().reverse(x.shape()), Map.of(), inputs);
  }

  @Override
  default OnnxValue reverseWithin(OnnxValue x, OnnxValue lengths) {
    Map<String, Object> attributes = Map.of("batch_axis", 0L, "time_axis", 1L);
    String whole = integer("Cast", Map.of("to", OnnxGraph.INT64), lengths.name());
    return node(
        "ReverseSequence", shapes().reverse(x.shape()), attributes, List.of(x.name(), whole));
  }

  @Override
  default OnnxValue positions(OnnxValue like, int dimension) {
    String whole = range(extent(like, dimension));
    return node(
        "Cast",
        shapes().positions(like.shape(), dimension),
        Map.of("to", OnnxGraph.FLOAT),
        List.of(whole));
  }

  /**
   * A plain recurrent node whose activation is the identity, whose input weights are a diagonal of
   * {@code w} and whose recurrent ones are a diagonal of {@code 1 − w}.
   */
  @Override
  default OnnxValue smooth(OnnxValue x, OnnxValue weight) {
    long channels = weight.shape()[0];
    float[] diagonal = new float[Math.toIntExact(channels * channels)];
    for (int i = 0; i < channels; i++) {
      diagonal[i * (int) channels + i] = 1;
    }
    String identity = graph().fixed(new Tensor(new long[] {channels, channels}, diagonal));
    String gain = integer("Mul", Map.of(), identity, weight.name());
    String rest = integer("Sub", Map.of(), identity, gain);
    String steps = integer("Transpose", Map.of("perm", new long[] {2, 0, 1}), x.name());
    String first = integer("Slice", Map.of(), steps, graph().integers(0), graph().integers(1));
    Map<String, Object> attributes =
        Map.of(
            "hidden_size",
            channels,
            "activations",
            List.of("Affine"),
            "activation_alpha",
            new float[] {1},
            "activation_beta",
            new float[] {0});
    List<String> inputs = List.of(steps, leading(gain), leading(rest), "", "", first);
    OnnxValue states = node("RNN", x.shape(), attributes, inputs);
    String one = integer("Squeeze", Map.of(), states.name(), graph().integers(1));
    return node("Transpose", x.shape(), Map.of("perm", new long[] {1, 2, 0}), List.of(one));
  }

  @Override
  default OnnxValue fill(OnnxValue x, OnnxValue lengths, int dimension, double value) {
    OnnxValue steps = positions(x, dimension);
    String ends = integer("Unsqueeze", Map.of(), lengths.name(), graph().integers(1));
    String inside = integer("Less", Map.of(), steps.name(), ends);
    int rank = x.shape().length;
    for (int i = 1; i < rank; i++) {
      if (i != dimension) {
        inside = integer("Unsqueeze", Map.of(), inside, graph().integers(i));
      }
    }
    return node(
        "Where", x.shape(), Map.of(), List.of(inside, x.name(), graph().scalar((float) value)));
  }

  @Override
  default OnnxValue rescale(OnnxValue lengths, long factor, long offset, long divisor) {
    OnnxGraph graph = graph();
    String scaled = integer("Mul", Map.of(), lengths.name(), graph.scalar((float) factor));
    String shifted = integer("Add", Map.of(), scaled, graph.scalar((float) offset));
    String divided = integer("Div", Map.of(), shifted, graph.scalar((float) divisor));
    return node("Floor", lengths.shape(), Map.of(), List.of(divided));
  }
}
