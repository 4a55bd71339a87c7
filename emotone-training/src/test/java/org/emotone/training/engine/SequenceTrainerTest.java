package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.PointerScope;
import org.emotone.Denoiser;
import org.emotone.audio.signal.Noise;
import org.emotone.audio.signal.SpectralMask;
import org.emotone.audio.signal.WindowedReduction;
import org.emotone.network.Activation;
import org.emotone.network.Channels;
import org.emotone.network.Conv1d;
import org.emotone.network.ConvTranspose1d;
import org.emotone.network.Gru;
import org.emotone.network.Initialiser;
import org.emotone.network.MaxPool;
import org.emotone.network.OnnxExporter;
import org.emotone.network.Padding;
import org.emotone.network.SequenceNetwork;
import org.emotone.network.Sequential;
import org.emotone.network.Tensor;
import org.emotone.training.optimiser.Sgd;
import org.junit.jupiter.api.Test;

class SequenceTrainerTest {

  private static final SequenceNetwork MASK =
      new SequenceNetwork(
          Sequential.of(
              new Channels(),
              Conv1d.of(12, 3, null, null, null, null, null),
              new Activation(Activation.Function.ELU),
              Gru.of(6, null, true, null, null),
              Conv1d.of(257, 1, null, null, null, null, null),
              new Activation(Activation.Function.SIGMOID)),
          257,
          257);

  private static final SequenceNetwork WINDOWS =
      new SequenceNetwork(
          Sequential.of(
              new Channels(),
              Conv1d.of(4, 3, null, Padding.fixed(List.of(0)), null, null, null),
              ConvTranspose1d.of(1, 3, null, null, null, null, null, null),
              new Activation(Activation.Function.SIGMOID)),
          1,
          1);

  /** What LibTorch computes, {@code [outputs][frames]}. */
  private static float[][] torch(
      SequenceNetwork network, Map<String, Tensor> weights, float[][] features) {
    LibTorch.require();
    int frames = features.length;
    float[] values = new float[frames * features[0].length];
    for (int i = 0; i < frames; i++) {
      System.arraycopy(features[i], 0, values, i * features[i].length, features[i].length);
    }
    try (PointerScope scope = new PointerScope();
        Weights own = new Weights(network.parameters(), weights, false)) {
      float[] answers =
          Tensors.floats(
              network.forward(
                  new TorchOperations(own.tensors(), false),
                  Tensors.create(values, 1, frames, features[0].length)));
      float[][] rows = new float[network.outputs()][frames];
      for (int i = 0; i < answers.length; i++) {
        rows[i / frames][i % frames] = answers[i];
      }
      return rows;
    }
  }

  @Test
  void theExportedMaskIsTheOneThatLibTorchComputes() throws Exception {
    Map<String, Tensor> weights = MASK.initial(3);
    byte[] onnx = OnnxExporter.export(MASK, weights, Map.of(Denoiser.KIND, "mask"));
    var noisy = Noise.white(20_000, 16_000, 4);
    var mask =
        new SpectralMask(
            features -> {
              float[][] rows = torch(MASK, weights, features);
              float[][] turned = new float[features.length][257];
              for (int frame = 0; frame < turned.length; frame++) {
                for (int bin = 0; bin < 257; bin++) {
                  turned[frame][bin] = rows[bin][frame];
                }
              }
              return turned;
            });
    float[] expected = mask.apply(noisy).samples();
    try (Denoiser denoiser = Denoiser.of(onnx, "mask", 1)) {
      assertThat(denoiser.apply(noisy).samples()).containsExactly(expected, within(1e-5f));
    }
  }

  @Test
  void theExportedAutoencoderIsTheOneThatLibTorchComputes() throws Exception {
    Map<String, Tensor> weights = WINDOWS.initial(3, Initialiser.HE_UNIFORM);
    byte[] onnx =
        OnnxExporter.export(
            WINDOWS, weights, Map.of(Denoiser.KIND, "windows", Denoiser.LENGTH, "150"));
    var noisy = Noise.white(1501, 16_000, 4);
    var windows =
        new WindowedReduction(
            150,
            given -> {
              float[][] clean = new float[given.length][];
              for (int i = 0; i < clean.length; i++) {
                float[][] samples = new float[150][1];
                for (int at = 0; at < 150; at++) {
                  samples[at][0] = given[i][at];
                }
                clean[i] = torch(WINDOWS, weights, samples)[0];
              }
              return clean;
            });
    float[] expected = windows.apply(noisy).samples();
    try (Denoiser denoiser = Denoiser.of(onnx, "windows", 1)) {
      assertThat(denoiser.apply(noisy).samples()).containsExactly(expected, within(1e-5f));
    }
  }

  @Test
  void distortionIsTheErrorInDecibels() {
    LibTorch.require();
    try (PointerScope scope = new PointerScope()) {
      // Errors 0.3 and 0.1 and a rest of 0.0064: 0.09 + 0.01 + 0.0064.
      SequenceBatch batch =
          new SequenceBatch(
              1,
              2,
              new float[2],
              new float[] {1, 2},
              new float[] {0.2f, 0.9f},
              new float[] {0.0064f});
      var answers = Tensors.create(new float[] {0.5f, 0.5f}, 1, 1, 2);
      assertThat(SequenceLoss.DISTORTION.of(answers, batch).item_double())
          .isCloseTo(10 * Math.log10(0.09 + 0.01 + 0.0064), within(1e-4));
      assertThat(SequenceLoss.CROSS_ENTROPY.of(answers, batch).item_double())
          .isCloseTo(Math.log(2), within(1e-6));
    }
  }

  @Test
  void kernelsAreHeldToTheirNorm() {
    LibTorch.require();
    Map<String, Tensor> weights = WINDOWS.initial(3, new Initialiser.Constant(5));
    SequenceOptions options =
        SequenceOptions.of(1, 1, 1, 1, Sgd.of(1e-6, null, null, null), null, null, 2.0);
    float[] half = new float[150];
    try (SequenceState state =
        new SequenceState(WINDOWS, options, SequenceLoss.CROSS_ENTROPY, weights)) {
      state.step(new SequenceBatch(1, 150, half, new float[0], half.clone(), new float[0]), 1e-6);
      Tensor kernels = Objects.requireNonNull(state.values().get("1.weight"));
      for (int i = 0; i < kernels.values().length; i += 3) {
        double norm =
            Math.sqrt(
                Math.pow(kernels.values()[i], 2)
                    + Math.pow(kernels.values()[i + 1], 2)
                    + Math.pow(kernels.values()[i + 2], 2));
        assertThat(norm).isCloseTo(2, within(1e-4));
      }
    }
  }

  @Test
  void aNetworkThatChangesTheNumberOfFramesIsRefused() {
    assertThatThrownBy(
            () ->
                new SequenceNetwork(
                    Sequential.of(new Channels(), MaxPool.of(List.of(2), null, null)), 4, 4))
        .hasMessageContaining("of 96 frames");
  }
}
