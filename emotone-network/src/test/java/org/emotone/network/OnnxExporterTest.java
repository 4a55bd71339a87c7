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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  static Stream<LayerCases.Case> cases() throws Exception {
    return Stream.concat(
        LayerCases.compared().stream(),
        Stream.of(
            new LayerCases.Case(
                "a residual network",
                new Network(LayerJsonTest.layer(RESIDUAL_CNN), COEFFICIENTS, CLASSES),
                true)));
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
  @MethodSource("cases")
  void onnxRuntimeComputesWhatTheReferenceComputes(LayerCases.Case layers) throws Exception {
    Network network = layers.network();
    Map<String, Tensor> weights = weights(network, 11);
    SplittableRandom random = new SplittableRandom(layers.name().hashCode());
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      byte[] model = OnnxExporter.export(network, weights, Map.of());
      try (OrtSession session = environment.createSession(model, options)) {
        for (int frames : lengths(network)) {
          for (int batch : new int[] {1, 5}) {
            Tensor input = random(random, batch, frames, network.coefficients());
            Tensor expected = network.forward(new ReferenceOperations(weights), input);
            assertClose(run(environment, session, input), expected);
          }
        }
      }
    }
  }

  private static int[] lengths(Network network) {
    int least = network.minimumFrames();
    return network.takesLongerThan(least)
        ? new int[] {least, least + 6, least + 17}
        : new int[] {least};
  }

  private static Tensor random(SplittableRandom random, int... shape) {
    return ReferenceOperations.tensor(
        Arrays.stream(shape).asLongStream().toArray(), at -> random.nextDouble(-2, 2));
  }

  /** What ONNX Runtime computes of an exported network. */
  static Tensor run(Network network, Map<String, Tensor> weights, Tensor input)
      throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    byte[] model = OnnxExporter.export(network, weights, Map.of());
    try (SessionOptions options = new SessionOptions();
        OrtSession session = environment.createSession(model, options)) {
      return run(environment, session, input);
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
