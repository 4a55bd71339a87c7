package org.emotone.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes networks as ONNX (operator set 13), for inference. */
public final class OnnxExporter {

  /** Name of the graph's input, {@code [batch][frames][coefficients]}. */
  public static final String INPUT = "features";

  /** Name of the graph's output, {@code [batch][classes]}. */
  public static final String OUTPUT = "logits";

  /** Name of the output of a {@link SequenceNetwork}, {@code [batch][outputs][frames]}. */
  public static final String SEQUENCE = "sequence";

  /** Name of the second input of {@link #exportPadded}, {@code [batch]} of 64-bit integers. */
  public static final String LENGTHS = "lengths";

  private OnnxExporter() {}

  /**
   * A network as a file that any ONNX runtime reads; batch and frames are dynamic. The same
   * arguments give the same bytes.
   *
   * @param weights exactly the network's parameters
   * @param metadata what is written into the model's {@code metadata_props}
   * @throws IllegalArgumentException if the weights are not those of the network
   */
  public static byte[] export(
      Network network, Map<String, Tensor> weights, Map<String, String> metadata) {
    check(network.parameters(), weights);
    OnnxGraph graph = graph(network.root(), network.coefficients(), weights, OUTPUT);
    graph.output(OUTPUT, "batch", network.classes());
    return graph.toByteArray(metadata);
  }

  /**
   * A network that answers every frame, as a file that any ONNX runtime reads; batch and frames are
   * dynamic.
   *
   * @param weights exactly the network's parameters
   * @param metadata what is written into the model's {@code metadata_props}
   * @throws IllegalArgumentException if the weights are not those of the network
   */
  public static byte[] export(
      SequenceNetwork network, Map<String, Tensor> weights, Map<String, String> metadata) {
    check(network.parameters(), weights);
    OnnxGraph graph = graph(network.root(), network.coefficients(), weights, SEQUENCE);
    graph.output(SEQUENCE, "batch", network.outputs(), "frames");
    return graph.toByteArray(metadata);
  }

  /**
   * A network for batches of clips of different lengths, padded to the longest with anything: each
   * clip gets the logits that it would get alone. It has a second input, {@value #LENGTHS}, the
   * frames of each clip; a bundle holds the network without it, since it serves clips one by one.
   *
   * @param weights exactly the network's parameters
   * @param metadata what is written into the model's {@code metadata_props}
   * @throws IllegalArgumentException if the weights are not those of the network, or if a layer
   *     cannot keep padding apart from clips
   */
  public static byte[] exportPadded(
      Network network, Map<String, Tensor> weights, Map<String, String> metadata) {
    check(network.parameters(), weights);
    OnnxGraph graph = new OnnxGraph();
    graph.input(INPUT, "batch", "frames", network.coefficients());
    graph.lengths(LENGTHS, "batch");
    graph.unique(OUTPUT);
    OnnxOperations operations = new OnnxOperations(graph, weights);
    OnnxValue features = new OnnxValue(INPUT, new long[] {-1, -1, network.coefficients()});
    OnnxValue lengths = operations.number(new OnnxValue(LENGTHS, new long[] {-1}));
    finish(
        graph,
        OUTPUT,
        network
            .forward(new PaddedOperations<>(operations), Padded.features(features, lengths))
            .value());
    graph.output(OUTPUT, "batch", network.classes());
    return graph.toByteArray(metadata);
  }

  private static OnnxGraph graph(
      Layer root, int coefficients, Map<String, Tensor> weights, String output) {
    OnnxGraph graph = new OnnxGraph();
    graph.input(INPUT, "batch", "frames", coefficients);
    graph.unique(output);
    OnnxOperations operations = new OnnxOperations(graph, weights);
    OnnxValue features = new OnnxValue(INPUT, new long[] {-1, -1, coefficients});
    finish(graph, output, operations.apply(root, Scope.ROOT, features));
    return graph;
  }

  private static void finish(OnnxGraph graph, String name, OnnxValue result) {
    graph.node("Identity", name, List.of(result.name()), Map.of());
  }

  private static void check(List<Parameter> parameters, Map<String, Tensor> weights) {
    Map<String, long[]> wanted =
        parameters.stream()
            .collect(
                Collectors.toMap(
                    Parameter::name, p -> p.shape().stream().mapToLong(Long::longValue).toArray()));
    if (!weights.keySet().equals(wanted.keySet())) {
      throw new IllegalArgumentException(
          "the weights are not those of the network: missing "
              + difference(wanted.keySet(), weights.keySet())
              + ", not in the network "
              + difference(weights.keySet(), wanted.keySet()));
    }
    weights.forEach(
        (name, tensor) -> {
          long[] shape = wanted.get(name);
          if (!Arrays.equals(shape, tensor.shape())) {
            throw new IllegalArgumentException(
                name
                    + " must have the shape "
                    + Arrays.toString(shape)
                    + ", but has "
                    + Arrays.toString(tensor.shape()));
          }
        });
  }

  private static Set<String> difference(Set<String> these, Set<String> those) {
    Set<String> difference = new TreeSet<>(these);
    difference.removeAll(those);
    return difference;
  }
}
