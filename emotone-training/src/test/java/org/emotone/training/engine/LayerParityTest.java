package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.emotone.features.FeatureMatrix;
import org.emotone.network.Network;
import org.emotone.network.OnnxExporter;
import org.emotone.network.Padded;
import org.emotone.network.PaddedOperations;
import org.emotone.network.Parameter;
import org.emotone.network.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What LibTorch computes is what the exported ONNX computes, layer by layer. */
class LayerParityTest {

  private static final float TOLERANCE = 1e-4f;
  private static final Tensor NONE = new Tensor(new long[] {0}, new float[0]);

  @BeforeAll
  static void load() {
    LibTorch.require(1);
  }

  @Test
  void everyLayerIsCompared() {
    assertThat(LayerCases.types()).containsExactlyElementsOf(LayerCases.allTypes());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.emotone.training.engine.LayerCases#all")
  void trainedForwardIsExportedForward(LayerCases.Case layers) throws OrtException {
    Network network = layers.network();
    Map<String, Tensor> values = values(network);
    byte[] onnx = OnnxExporter.export(network, values, Map.of());
    try (OrtSession session = OrtEnvironment.getEnvironment().createSession(onnx);
        Weights weights = new Weights(network, values, false)) {
      for (int frames : lengths(network)) {
        for (int batch : new int[] {1, 5}) {
          List<FeatureMatrix> clips = new ArrayList<>();
          for (int i = 0; i < batch; i++) {
            clips.add(clip(network, frames, i));
          }
          float[] actual = torch(network, weights, clips);
          assertThat(actual)
              .hasSize(batch * network.classes())
              .containsExactly(onnx(session, clips, false), within(TOLERANCE));
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.emotone.training.engine.LayerCases#padded")
  void aClipInAPaddedBatchGetsWhatItGetsAlone(LayerCases.Case layers) throws OrtException {
    Network network = layers.network();
    Map<String, Tensor> values = values(network);
    int least = network.minimumFrames();
    List<FeatureMatrix> clips = new ArrayList<>();
    for (int more : new int[] {0, 13, 4, 1, 9}) {
      clips.add(clip(network, least + more, more));
    }
    byte[] onnx = OnnxExporter.exportPadded(network, values, Map.of());
    try (OrtSession session = OrtEnvironment.getEnvironment().createSession(onnx);
        Weights weights = new Weights(network, values, false)) {
      float[] alone = new float[clips.size() * network.classes()];
      for (int i = 0; i < clips.size(); i++) {
        float[] logits = torch(network, weights, clips.subList(i, i + 1));
        System.arraycopy(logits, 0, alone, i * logits.length, logits.length);
      }
      assertThat(network.takesPadding()).isTrue();
      assertThat(padded(network, weights, clips, false)).containsExactly(alone, within(TOLERANCE));
      assertThat(onnx(session, clips, true)).containsExactly(alone, within(TOLERANCE));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.emotone.training.engine.LayerCases#unpadded")
  void whatCannotKeepPaddingApartRefusesIt(LayerCases.Case layers) {
    Network network = layers.network();
    if (!network.takesLongerThan(network.minimumFrames())) {
      return; // clips of one length need no padding
    }
    assertThat(network.takesPadding()).isFalse();
    assertThatThrownBy(() -> OnnxExporter.exportPadded(network, values(network), Map.of()))
        .hasMessageContaining("cannot keep padding apart from clips");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.emotone.training.engine.LayerCases#all")
  void gradientsReachEveryParameterAndNormalisationFollowsTheBatch(LayerCases.Case layers) {
    Network network = layers.network();
    Map<String, Tensor> before = values(network);
    int frames = network.minimumFrames() + (layers.padded() ? 30 : 0);
    List<FeatureMatrix> clips = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      clips.add(clip(network, frames, i));
    }
    try (PointerScope scope = new PointerScope();
        Weights weights = new Weights(network, before, true)) {
      org.bytedeco.pytorch.Tensor logits =
          network.forward(new TorchOperations(weights.tensors(), true), batch(clips, frames));
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

  @Test
  void normalisationOfAPaddedBatchTakesItsStatisticsFromTheClips() {
    Network network =
        new Network(
            Samples.layer(
                "{type: sequential, layers: [{type: channels}, {type: batchNorm},"
                    + " {type: globalAveragePool}]}"),
            2,
            2);
    Map<String, Tensor> values = network.initial(1);
    FeatureMatrix shorter = clip(network, 3, 1);
    FeatureMatrix longer = clip(network, 9, 2);
    float[] joined = new float[24];
    System.arraycopy(shorter.values(), 0, joined, 0, 6);
    System.arraycopy(longer.values(), 0, joined, 6, 18);
    try (Weights padded = new Weights(network, values, true);
        Weights whole = new Weights(network, values, true);
        PointerScope scope = new PointerScope()) {
      padded(network, padded, List.of(shorter, longer), true);
      network.forward(
          new TorchOperations(whole.tensors(), true),
          batch(List.of(new FeatureMatrix(joined, 12, 2)), 12));
      for (String name : List.of("1.runningMean", "1.runningVariance")) {
        assertThat(padded.values().getOrDefault(name, NONE).values())
            .containsExactly(whole.values().getOrDefault(name, NONE).values(), within(1e-6f));
      }
    }
  }

  private static int[] lengths(Network network) {
    int least = network.minimumFrames();
    return network.takesLongerThan(least)
        ? new int[] {least, least + 6, least + 17}
        : new int[] {least};
  }

  /** Random weights, so that no bias or running mean is zero; what starts at one stays positive. */
  private static Map<String, Tensor> values(Network network) {
    Map<String, Tensor> values = new LinkedHashMap<>();
    Map<String, Tensor> first = network.initial(3);
    int seed = 0;
    for (Parameter parameter : network.parameters()) {
      SplittableRandom random = new SplittableRandom(++seed);
      float[] drawn = first.getOrDefault(parameter.name(), NONE).values();
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] =
            drawn[i] == 0
                ? (float) random.nextDouble(-0.5, 0.5)
                : drawn[i] * (float) random.nextDouble(0.8, 1.2);
      }
      long[] shape = parameter.shape().stream().mapToLong(Long::longValue).toArray();
      values.put(parameter.name(), new Tensor(shape, drawn));
    }
    return values;
  }

  private static FeatureMatrix clip(Network network, int frames, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[frames * network.coefficients()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-2, 2);
    }
    return new FeatureMatrix(values, frames, network.coefficients());
  }

  /** Clips padded with what would show if it were heard. */
  private static float[] together(List<FeatureMatrix> clips, int frames) {
    int width = frames * clips.get(0).coefficients();
    float[] values = new float[clips.size() * width];
    Arrays.fill(values, 77);
    for (int i = 0; i < clips.size(); i++) {
      float[] clip = clips.get(i).values();
      System.arraycopy(clip, 0, values, i * width, clip.length);
    }
    return values;
  }

  private static int longest(List<FeatureMatrix> clips) {
    return clips.stream().mapToInt(FeatureMatrix::frames).max().orElseThrow();
  }

  private static org.bytedeco.pytorch.Tensor batch(List<FeatureMatrix> clips, int frames) {
    return Tensors.create(
        together(clips, frames), clips.size(), frames, clips.get(0).coefficients());
  }

  private static float[] torch(Network network, Weights weights, List<FeatureMatrix> clips) {
    try (PointerScope scope = new PointerScope()) {
      return Tensors.floats(
          network.forward(
              new TorchOperations(weights.tensors(), false), batch(clips, longest(clips))));
    }
  }

  private static float[] padded(
      Network network, Weights weights, List<FeatureMatrix> clips, boolean training) {
    try (PointerScope scope = new PointerScope()) {
      float[] lengths = new float[clips.size()];
      for (int i = 0; i < lengths.length; i++) {
        lengths[i] = clips.get(i).frames();
      }
      return Tensors.floats(
          network
              .forward(
                  new PaddedOperations<>(new TorchOperations(weights.tensors(), training)),
                  Padded.features(
                      batch(clips, longest(clips)), Tensors.create(lengths, lengths.length)))
              .value());
    }
  }

  private static float[] onnx(OrtSession session, List<FeatureMatrix> clips, boolean padded)
      throws OrtException {
    int frames = longest(clips);
    long[] shape = {clips.size(), frames, clips.get(0).coefficients()};
    long[] lengths = clips.stream().mapToLong(FeatureMatrix::frames).toArray();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    FloatBuffer values = FloatBuffer.wrap(together(clips, frames));
    try (OnnxTensor features = OnnxTensor.createTensor(environment, values, shape);
        OnnxTensor ends =
            OnnxTensor.createTensor(
                environment, LongBuffer.wrap(lengths), new long[] {lengths.length})) {
      Map<String, OnnxTensor> inputs = new HashMap<>(Map.of(OnnxExporter.INPUT, features));
      if (padded) {
        inputs.put(OnnxExporter.LENGTHS, ends);
      }
      try (OrtSession.Result result = session.run(inputs)) {
        FloatBuffer logits = ((OnnxTensor) result.get(0)).getFloatBuffer();
        float[] answers = new float[logits.remaining()];
        logits.get(answers);
        return answers;
      }
    }
  }
}
