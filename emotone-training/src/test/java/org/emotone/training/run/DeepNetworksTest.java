package org.emotone.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.reader.Corpora;
import org.emotone.features.FeatureMatrix;
import org.emotone.network.Layer;
import org.emotone.network.Network;
import org.emotone.network.OnnxExporter;
import org.emotone.network.Tensor;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.EpochListener;
import org.emotone.training.engine.Examples;
import org.emotone.training.engine.Predictor;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.Trainer;
import org.emotone.training.engine.TrainerOptions;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deep networks answer alike in LibTorch and in ONNX Runtime, over 100 clips of RAVDESS. */
@Tag("corpora")
class DeepNetworksTest {

  private static final int CLIPS = 100;
  private static final float TOLERANCE = 1e-4f;
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Examples NO_VALIDATION = new Examples(List.of(), new int[0], List.of());

  private static Recipe recipe;
  private static Examples clips;

  @BeforeAll
  static void readClips(@TempDir Path cache) throws Exception {
    recipe = RecipeFile.read(Path.of("..", "recipes", "cnn2d-logmel.yaml"));
    String folder = Objects.requireNonNull(System.getenv("EMOTONE_CORPORA"), "EMOTONE_CORPORA");
    List<Utterance> all = Corpora.byId("ravdess").read(Path.of(folder, "ravdess")).utterances();
    List<Utterance> chosen = new ArrayList<>();
    for (int i = 0; i < CLIPS; i++) {
      chosen.add(all.get(i * all.size() / CLIPS));
    }
    LabelScheme scheme = recipe.labels().toScheme();
    clips =
        new Examples(
            new FeatureCache(cache, 2)
                .load(chosen, recipe.frontEnd(), FeatureCache.Progress.SILENT)
                .matrices(),
            chosen.stream().mapToInt(clip -> scheme.indexOf(clip).orElseThrow()).toArray(),
            chosen.stream().map(Utterance::name).toList());
  }

  @Test
  void theResidualCnnOfTheFirstRecipe(@TempDir Path work) throws Exception {
    assertAlike(recipe.build(), work);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ResLSTM", "TIM-Net", "CNN and transformer", "MobileNetV2"})
  void otherDeepNetworks(String name, @TempDir Path work) throws Exception {
    JsonNode layers = YAML.readTree(getClass().getResourceAsStream("deep-networks.yaml"));
    assertAlike(new Network(YAML.treeToValue(layers.required(name), Layer.class), 64, 8), work);
  }

  /** After an epoch of training, so that weights and running statistics are no longer the first. */
  private void assertAlike(Network network, Path work) throws OrtException, IOException {
    TrainerOptions options =
        YAML.readValue("{epochs: 1, batchSize: 25, cropFrames: 200}", TrainerOptions.class);
    Map<String, Tensor> weights =
        new Trainer(network, options, 1, work)
            .fit(clips, NO_VALIDATION, EpochListener.SILENT, new StopFlag())
            .weights();
    byte[] onnx = OnnxExporter.export(network, weights, Map.of());
    try (Predictor predictor = new Predictor(network, weights);
        OrtSession session = OrtEnvironment.getEnvironment().createSession(onnx)) {
      float[][] logits = predictor.logits(clips.features());
      assertThat(logits).hasDimensions(CLIPS, network.classes());
      for (int i = 0; i < CLIPS; i++) {
        assertThat(logits[i])
            .as(clips.ids().get(i))
            .containsExactly(exported(session, clips.features().get(i)), within(TOLERANCE));
      }
    }
  }

  private static float[] exported(OrtSession session, FeatureMatrix clip) throws OrtException {
    long[] shape = {1, clip.frames(), clip.coefficients()};
    try (OnnxTensor features =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(clip.values()), shape);
        OrtSession.Result result = session.run(Map.of(OnnxExporter.INPUT, features))) {
      return ((float[][]) result.get(0).getValue())[0];
    }
  }
}
