package org.emotone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxExporterTest {

  private static final int COEFFICIENTS = 12;
  private static final int CLASSES = 5;

  static final String RESIDUAL_CNN =
      """
      {"type": "sequential", "layers": [
        {"type": "image"},
        {"type": "conv2d", "filters": 8, "kernel": [3, 3], "bias": false},
        {"type": "batchNorm"},
        {"type": "activation", "function": "relu"},
        {"type": "residual",
         "body": [
           {"type": "conv2d", "filters": 16, "kernel": 3, "stride": 2, "bias": false},
           {"type": "batchNorm"},
           {"type": "activation", "function": "relu"},
           {"type": "conv2d", "filters": 16, "kernel": 3, "bias": false},
           {"type": "batchNorm"}],
         "shortcut": [
           {"type": "conv2d", "filters": 16, "kernel": 1, "stride": 2, "bias": false},
           {"type": "batchNorm"}]},
        {"type": "activation", "function": "relu"},
        {"type": "statisticsPool"},
        {"type": "dropout", "rate": 0.3},
        {"type": "dense", "units": 5}]}
      """;

  /** Each layer inside the smallest network that turns it into logits. */
  static Stream<Arguments> networks() throws Exception {
    return Stream.of(
        picture("conv2d", conv2d(4, List.of(3, 3), List.of(1, 1), List.of(1, 1), 1)),
        picture("conv2d with strides", conv2d(4, List.of(3, 5), List.of(2, 3), List.of(1, 0), 1)),
        picture(
            "conv2d in groups",
            conv2d(4, List.of(1, 1), List.of(1, 1), List.of(0, 0), 1),
            conv2d(6, List.of(3, 2), List.of(1, 1), List.of(1, 1), 2)),
        picture(
            "conv2d dilated",
            new Conv2d(4, List.of(2, 3), List.of(1, 1), List.of(0, 2), List.of(3, 2), 1, true)),
        picture("maxPool 2d", new MaxPool(List.of(3, 2), List.of(2, 1), List.of(1, 1))),
        picture("averagePool 2d", new AveragePool(List.of(3, 2), List.of(2, 1))),
        picture("batchNorm 2d", new BatchNorm(0.1, 1e-3)),
        line("conv1d", new Conv1d(7, 4, 2, 1, 1, 1, true)),
        line("conv1d without bias", new Conv1d(8, 3, 1, 2, 2, 4, false)),
        line("batchNorm 1d", new BatchNorm(0.1, 1e-5)),
        line("maxPool 1d", new MaxPool(List.of(3), List.of(2), List.of(1))),
        line("averagePool 1d", new AveragePool(List.of(3), List.of(2))),
        line("relu", new Activation(Activation.Function.RELU)),
        line("elu", new Activation(Activation.Function.ELU)),
        line("tanh", new Activation(Activation.Function.TANH)),
        line("sigmoid", new Activation(Activation.Function.SIGMOID)),
        line("dropout", new Dropout(0.5)),
        line("residual", new Residual(new Conv1d(COEFFICIENTS, 3, 1, 1, 1, 1, true), null)),
        line(
            "residual with shortcut",
            new Residual(new Conv1d(6, 3, 2, 1, 1, 1, true), new Conv1d(6, 1, 2, 0, 1, 1, false))),
        network("attentionPool", new Channels(), new AttentionPool(6, false)),
        network("attentionPool with deviation", new Channels(), new AttentionPool(6, true)),
        network("statisticsPool 1d", new Channels(), new StatisticsPool()),
        network("statisticsPool 2d", new Image(), new StatisticsPool()),
        network("dense over time", new Dense(6), new Channels(), new StatisticsPool()),
        network("foldFrequency", new Image(), new FoldFrequency(), new StatisticsPool()),
        network("flatten", new Channels(), new StatisticsPool(), new Flatten()),
        Arguments.of(
            "a residual network from JSON",
            new Network(LayerJsonTest.layer(RESIDUAL_CNN), COEFFICIENTS, CLASSES)));
  }

  private static Conv2d conv2d(
      int filters, List<Integer> kernel, List<Integer> stride, List<Integer> padding, int groups) {
    return new Conv2d(filters, kernel, stride, padding, List.of(1, 1), groups, true);
  }

  private static Arguments picture(String name, Layer... layers) {
    return around(name, new Image(), layers);
  }

  private static Arguments line(String name, Layer... layers) {
    return around(name, new Channels(), layers);
  }

  private static Arguments around(String name, Layer first, Layer... layers) {
    List<Layer> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(layers));
    all.add(new StatisticsPool());
    return network(name, all.toArray(Layer[]::new));
  }

  private static Arguments network(String name, Layer... layers) {
    List<Layer> all = new ArrayList<>(List.of(layers));
    all.add(new Dense(CLASSES));
    return Arguments.of(name, new Network(new Sequential(all), COEFFICIENTS, CLASSES));
  }

  /** Weights, biases and running statistics that are all different from what is neutral. */
  static Map<String, Tensor> weights(Network network, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Tensor> weights = new HashMap<>();
    for (Parameter parameter : network.parameters()) {
      boolean positive = parameter.initialiser() == Initialiser.ONES;
      double spread = Math.sqrt(3.0 * parameter.shape().get(0) / parameter.size());
      weights.put(
          parameter.name(),
          ReferenceOperations.tensor(
              parameter.shape().stream().mapToLong(Long::longValue).toArray(),
              at -> positive ? random.nextDouble(0.5, 2) : random.nextDouble(-spread, spread)));
    }
    return weights;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void onnxRuntimeComputesWhatTheReferenceComputes(String name, Network network) throws Exception {
    Map<String, Tensor> weights = weights(network, 11);
    SplittableRandom random = new SplittableRandom(name.hashCode());
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      byte[] model = OnnxExporter.export(network, weights, Map.of());
      try (OrtSession session = environment.createSession(model, options)) {
        for (int frames : new int[] {network.minimumFrames(), 17, 40}) {
          for (int batch : new int[] {1, 5}) {
            Tensor input =
                ReferenceOperations.tensor(
                    new long[] {batch, frames, COEFFICIENTS}, at -> random.nextDouble(-2, 2));
            Tensor expected = network.forward(new ReferenceOperations(weights), input);
            assertClose(run(environment, session, input), expected);
          }
        }
      }
    }
  }

  private static Tensor run(OrtEnvironment environment, OrtSession session, Tensor input)
      throws OrtException {
    try (OnnxTensor features =
            OnnxTensor.createTensor(environment, FloatBuffer.wrap(input.values()), input.shape());
        OrtSession.Result result = session.run(Map.of("features", features))) {
      OnnxTensor logits = (OnnxTensor) result.get("logits").orElseThrow();
      FloatBuffer buffer = logits.getFloatBuffer();
      float[] values = new float[buffer.remaining()];
      buffer.get(values);
      return new Tensor(logits.getInfo().getShape(), values);
    }
  }

  private static void assertClose(Tensor actual, Tensor expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(actual.values()).containsExactly(expected.values(), within(1e-4f));
    assertThat(expected.values()).doesNotContain(0f);
  }

  @Test
  void theSameNetworkGivesTheSameBytes() throws Exception {
    Network network = new Network(LayerJsonTest.layer(RESIDUAL_CNN), COEFFICIENTS, CLASSES);
    Map<String, Tensor> weights = weights(network, 3);
    Map<String, String> metadata = Map.of("b", "2", "a", "1", "c", "3");

    assertThat(OnnxExporter.export(network, new TreeMap<>(weights), new TreeMap<>(metadata)))
        .isEqualTo(OnnxExporter.export(network, new HashMap<>(weights), new HashMap<>(metadata)));
  }

  @Test
  void theFileNamesItsProducerAndCarriesItsMetadata() throws Exception {
    Network network = new Network(LayerJsonTest.layer(RESIDUAL_CNN), COEFFICIENTS, CLASSES);
    byte[] model = OnnxExporter.export(network, weights(network, 3), Map.of("classes", "a,b"));

    try (SessionOptions options = new SessionOptions();
        OrtSession session = OrtEnvironment.getEnvironment().createSession(model, options)) {
      assertThat(session.getMetadata().getProducerName()).isEqualTo("emotone");
      assertThat(session.getMetadata().getCustomMetadata()).containsEntry("classes", "a,b");
      assertThat(session.getInputInfo().get("features")).asString().contains("[-1, -1, 12]");
      assertThat(session.getOutputInfo().get("logits")).asString().contains("[-1, 5]");
    }
  }

  @Test
  void weightsOfAnotherNetworkAreRefused() throws Exception {
    Network network = new Network(LayerJsonTest.layer(RESIDUAL_CNN), COEFFICIENTS, CLASSES);
    Map<String, Tensor> weights = weights(network, 3);
    weights.put("8.bias", new Tensor(new long[] {4}, new float[4]));
    assertThatThrownBy(() -> OnnxExporter.export(network, weights, Map.of()))
        .hasMessage("8.bias must have the shape [5], but has [4]");

    weights.remove("8.bias");
    weights.put("surplus", new Tensor(new long[] {1}, new float[1]));
    assertThatThrownBy(() -> OnnxExporter.export(network, weights, Map.of()))
        .hasMessageContaining("missing [8.bias]")
        .hasMessageContaining("not in the network [surplus]");
  }

  @Test
  void theResidualNetworkIsSummarised() throws Exception {
    Network network = new Network(LayerJsonTest.layer(RESIDUAL_CNN), COEFFICIENTS, CLASSES);

    assertThat(network.summary())
        .contains("4.body.0      conv2d          [batch, 16, 6, time]")
        .contains("4.shortcut    sequential      [batch, 16, 6, time]")
        .contains("8             dense           [batch, 5]                   165")
        .endsWith("4,045 parameters, 3,933 of them trained\n");
    assertThat(network.minimumFrames()).isEqualTo(1);
  }
}
