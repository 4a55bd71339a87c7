package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.emotone.network.Network;
import org.emotone.network.OnnxExporter;
import org.emotone.network.Parameter;
import org.emotone.network.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What LibTorch computes is what the exported ONNX computes, layer by layer. */
class TorchOperationsTest {

  private static final int COEFFICIENTS = 10;

  private static final String END = "{type: statisticsPool}, {type: dense, units: 4}";
  private static final String TIME = "{type: channels}, {type: conv1d, filters: 6, kernel: 3}, ";
  private static final String PICTURE =
      "{type: image}, {type: conv2d, filters: 6, kernel: [3, 3]}, ";

  @BeforeAll
  static void load() {
    LibTorch.require();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: channels}, " + END,
        "{type: image}, " + END,
        TIME + END,
        "{type: channels}, {type: conv1d, filters: 4, kernel: 5, stride: 2, padding: 1}, " + END,
        "{type: channels}, {type: conv1d, filters: 4, kernel: 3, dilation: 3}, " + END,
        "{type: channels}, {type: conv1d, filters: 6, kernel: 4, groups: 2, bias: false}, " + END,
        PICTURE + END,
        PICTURE + "{type: conv2d, filters: 4, kernel: [3, 5], stride: [2, 1]}, " + END,
        PICTURE + "{type: conv2d, filters: 4, kernel: [1, 3], dilation: [1, 2]}, " + END,
        PICTURE + "{type: conv2d, filters: 6, kernel: [3, 3], groups: 3, bias: false}, " + END,
        TIME + "{type: batchNorm}, " + END,
        PICTURE + "{type: batchNorm, epsilon: 0.01}, " + END,
        TIME + "{type: statisticsPool}, {type: batchNorm}, {type: dense, units: 4}",
        TIME + "{type: activation, function: relu}, " + END,
        TIME + "{type: activation, function: elu}, " + END,
        TIME + "{type: activation, function: tanh}, " + END,
        TIME + "{type: activation, function: sigmoid}, " + END,
        TIME + "{type: maxPool, kernel: [3]}, " + END,
        TIME + "{type: maxPool, kernel: [3], stride: [2], padding: [1]}, " + END,
        PICTURE + "{type: maxPool, kernel: [2, 3]}, " + END,
        PICTURE + "{type: maxPool, kernel: [3, 3], stride: [2, 1], padding: [1, 1]}, " + END,
        TIME + "{type: averagePool, kernel: [3]}, " + END,
        PICTURE + "{type: averagePool, kernel: [2, 3], stride: [1, 2]}, " + END,
        TIME + "{type: dropout, rate: 0.5}, " + END,
        TIME + "{type: attentionPool, units: 5}, {type: dense, units: 4}",
        TIME + "{type: attentionPool, units: 5, deviation: true}, {type: dense, units: 4}",
        PICTURE + "{type: foldFrequency}, {type: attentionPool, units: 5}, {type: dense, units: 4}",
        TIME + "{type: residual, body: {type: conv1d, filters: 6, kernel: 3}}, " + END,
        TIME
            + "{type: residual, body: {type: conv1d, filters: 8, kernel: 3},"
            + " shortcut: {type: conv1d, filters: 8, kernel: 1}}, "
            + END,
        "{type: dense, units: 7}, {type: channels}, " + END,
        TIME + "{type: statisticsPool}, {type: flatten}, {type: dense, units: 4}",
        PICTURE
            + "{type: batchNorm}, {type: activation, function: relu},"
            + " {type: maxPool, kernel: [2, 2]}, {type: residual, body: {type: sequential, layers:"
            + " [{type: conv2d, filters: 12, kernel: [3, 3], stride: [2, 2], bias: false},"
            + " {type: batchNorm}]}, shortcut: {type: conv2d, filters: 12, kernel: [1, 1],"
            + " stride: [2, 2]}}, {type: foldFrequency},"
            + " {type: attentionPool, units: 5, deviation: true}, {type: dropout, rate: 0.3},"
            + " {type: dense, units: 9}, {type: activation, function: elu}, {type: dense, units: 4}"
      })
  void trainedForwardIsExportedForward(String layers) throws OrtException {
    Network network = network(layers);
    Map<String, Tensor> values = values(network);
    byte[] onnx = OnnxExporter.export(network, values, Map.of());
    try (OrtSession session = OrtEnvironment.getEnvironment().createSession(onnx);
        Weights weights = new Weights(network, values, false)) {
      for (int batch : new int[] {1, 5}) {
        float[] input = noise(batch * 33 * COEFFICIENTS, batch);
        float[] expected = onnx(session, input, batch);
        float[] actual = torch(network, weights, input, batch, false);
        assertThat(actual).hasSize(batch * 4).containsExactly(expected, within(1e-4f));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PICTURE + "{type: batchNorm}, {type: activation, function: relu}, " + END,
        TIME
            + "{type: residual, body: {type: conv1d, filters: 8, kernel: 3},"
            + " shortcut: {type: conv1d, filters: 8, kernel: 1}}, {type: batchNorm},"
            + " {type: dropout, rate: 0.2}, {type: attentionPool, units: 5, deviation: true},"
            + " {type: dense, units: 4}"
      })
  void gradientsReachEveryTrainableParameterAndNormalisationFollowsTheBatch(String layers) {
    Network network = network(layers);
    Map<String, Tensor> before = values(network);
    try (PointerScope scope = new PointerScope();
        Weights weights = new Weights(network, before, true)) {
      org.bytedeco.pytorch.Tensor input =
          Tensors.create(noise(5 * 33 * COEFFICIENTS, 1), 5, 33, COEFFICIENTS);
      org.bytedeco.pytorch.Tensor logits =
          network.forward(new TorchOperations(weights.tensors(), true), input);
      TensorVector trainable =
          new TensorVector(weights.trainable().toArray(org.bytedeco.pytorch.Tensor[]::new));
      TensorVector gradients = torch.grad(new TensorVector(logits.mul(logits).sum()), trainable);
      for (int i = 0; i < trainable.size(); i++) {
        float[] gradient = Tensors.floats(gradients.get(i));
        assertThat(gradient).as("gradient %d", i).doesNotContain(Float.NaN);
        assertThat(gradient).as("gradient %d", i).isNotEqualTo(new float[gradient.length]);
      }
      Map<String, Tensor> after = weights.values();
      for (Parameter parameter : network.parameters()) {
        boolean changed =
            !Objects.equals(after.get(parameter.name()), before.get(parameter.name()));
        assertThat(changed).as(parameter.name()).isEqualTo(!parameter.trainable());
      }
    }
  }

  private static Network network(String layers) {
    return new Network(
        Samples.layer("{type: sequential, layers: [" + layers + "]}"), COEFFICIENTS, 4);
  }

  /** Random weights, so that no bias or running mean is zero; variances are positive. */
  private static Map<String, Tensor> values(Network network) {
    Map<String, Tensor> values = new LinkedHashMap<>();
    int seed = 0;
    for (Parameter parameter : network.parameters()) {
      float[] noise = noise((int) parameter.size(), ++seed);
      for (int i = 0; i < noise.length; i++) {
        noise[i] = parameter.name().endsWith("Variance") ? 1 + noise[i] * noise[i] : noise[i] / 2;
      }
      long[] shape = parameter.shape().stream().mapToLong(Long::longValue).toArray();
      values.put(parameter.name(), new Tensor(shape, noise));
    }
    return values;
  }

  private static float[] noise(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float[] torch(
      Network network, Weights weights, float[] input, int batch, boolean training) {
    try (PointerScope scope = new PointerScope()) {
      return Tensors.floats(
          network.forward(
              new TorchOperations(weights.tensors(), training),
              Tensors.create(input, batch, 33, COEFFICIENTS)));
    }
  }

  private static float[] onnx(OrtSession session, float[] input, int batch) throws OrtException {
    long[] shape = {batch, 33, COEFFICIENTS};
    try (OnnxTensor features =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(input), shape);
        OrtSession.Result result = session.run(Map.of(OnnxExporter.INPUT, features))) {
      FloatBuffer logits = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] values = new float[logits.remaining()];
      logits.get(values);
      return values;
    }
  }
}
