package org.emotone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioStream;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.emotone.features.FeatureMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTest {

  private static final int RATE = TinyModel.FRONT_END.sampleRate();

  @Test
  void theEmbeddingIsWhatTheLastDenseLayerHears() throws BundleException {
    FeatureMatrix features = TinyModel.FRONT_END.extract(noise(0.5, 1));
    try (Recognizer recognizer = Recognizer.of(TinyModel.bundle())) {
      assertThat(recognizer.clipEmbedding(features))
          .containsExactly(columnMeans(features), within(1e-4f));
    }
  }

  @Test
  void theEmbeddingTimesTheLastWeightsGivesTheProbabilities() throws BundleException {
    Waveform clip = noise(0.7, 2);
    try (Recognizer recognizer = Recognizer.of(TinyModel.bundle())) {
      float[] embedding = recognizer.embedding(clip);
      float[] logits = new float[TinyModel.CLASSES.size()];
      for (int label = 0; label < logits.length; label++) {
        for (int band = 0; band < TinyModel.BANDS; band++) {
          logits[label] += embedding[band] * TinyModel.weight(band, label);
        }
      }
      float[] expected = new Calibration(1.5).probabilities(logits);
      double[] answer = recognizer.clipProbabilities(TinyModel.FRONT_END.extract(clip));
      for (int label = 0; label < logits.length; label++) {
        assertThat(answer[label]).isCloseTo(expected[label], within(1e-5));
      }
    }
  }

  @Test
  void theEmbeddingOfALongClipIsTheMeanOverItsWindows() throws BundleException {
    Waveform clip = noise(3.3, 3);
    FeatureMatrix features = TinyModel.FRONT_END.extract(clip);
    List<FeatureMatrix> windows = TinyModel.FRONT_END.length().windows(features);
    assertThat(windows).hasSizeGreaterThan(3);
    double[] mean = Means.of(windows.stream().map(EmbeddingTest::columnMeans).toList());
    try (Recognizer recognizer = Recognizer.of(TinyModel.bundle())) {
      assertThat(recognizer.embedding(clip)).containsExactly(Means.toFloats(mean), within(1e-4f));
    }
  }

  @Test
  void aFileIsRecognisedAndEmbeddedAtOnce(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("clip.wav");
    WavWriter.write(file, noise(2, 4));
    try (Recognizer recognizer = Recognizer.of(TinyModel.bundle());
        AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      EmbeddedRecognition both = recognizer.recognizeAndEmbed(stream, HearingListener.NONE);
      assertThat(both.recognition()).isEqualTo(recognizer.recognize(file));
      assertThat(both.embedding())
          .containsExactly(recognizer.embedding(Audio.read(file)), within(1e-3f));
    }
  }

  @Test
  void theShippedModelHasEmbeddings() throws BundleException {
    try (Recognizer recognizer = Recognizer.open(Path.of("..", "models", "default.emotone"))) {
      float[] embedding = recognizer.embedding(noise(1, 5));
      assertThat(embedding).hasSize(192).doesNotContain(Float.NaN);
      assertThat(recognizer.embedding(noise(1, 5))).isEqualTo(embedding);
      assertThat(recognizer.embedding(noise(1, 6))).isNotEqualTo(embedding);
    }
  }

  @Test
  void aNetworkWithoutADenseLayerAtItsEndIsNamed() throws BundleException {
    OnnxMl.ModelProto.Builder model =
        TinyModel.network("features", TinyModel.dimension("batch"), 8, 3).toBuilder();
    model.getGraphBuilder().getNodeBuilder(1).setOutput(0, "product");
    model
        .getGraphBuilder()
        .addNode(
            OnnxMl.NodeProto.newBuilder()
                .setOpType("Sigmoid")
                .addInput("product")
                .addOutput("logits"));
    ModelBundle bundle = new ModelBundle(TinyModel.manifest(0.5), model.build().toByteArray(), "");
    try (Recognizer recognizer = Recognizer.of(bundle)) {
      assertThatThrownBy(() -> recognizer.embedding(noise(1, 7)))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage(
              "model tiny has no embeddings: its logits do not come from a dense layer; networks"
                  + " that end in a dense layer have them");
    }
  }

  @Test
  void aNetworkThatBreaksOffIsRefusedWithoutSearchingOn() {
    byte[] network = TinyModel.network(8, 3);
    for (int length = 1; length < network.length; length++) {
      byte[] cut = Arrays.copyOf(network, length);
      try {
        new OnnxOutline(cut).inputOfLastDenseLayer("logits");
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageMatching("network.onnx breaks off|its logits do not come .*");
      }
    }
  }

  @Test
  void afterClosingThereAreNoEmbeddings() throws BundleException {
    Recognizer recognizer = Recognizer.of(TinyModel.bundle());
    recognizer.embedding(noise(1, 8));
    recognizer.close();
    recognizer.close();
    assertThatThrownBy(() -> recognizer.embedding(noise(1, 8)))
        .isInstanceOf(IllegalStateException.class);
  }

  private static float[] columnMeans(FeatureMatrix features) {
    double[] sums = new double[features.coefficients()];
    for (int i = 0; i < features.values().length; i++) {
      sums[i % sums.length] += features.values()[i] / (double) features.frames();
    }
    return Means.toFloats(sums);
  }

  private static Waveform noise(double seconds, long seed) {
    Random random = new Random(seed);
    float[] samples = new float[(int) (seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.1 * random.nextGaussian());
    }
    return new Waveform(samples, RATE);
  }
}
