package org.emotone.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.emotone.BundleException;
import org.emotone.Calibration;
import org.emotone.Manifest;
import org.emotone.ModelBundle;
import org.emotone.Provenance;
import org.emotone.Recognizer;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.network.Layer;
import org.emotone.network.Network;
import org.emotone.network.OnnxExporter;
import org.emotone.network.Parameter;
import org.emotone.network.Sequential;
import org.emotone.network.Tensor;
import org.emotone.training.engine.Predictor;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recogniser's embedding is what LibTorch computes without the last dense layer. */
class EmbeddingParityTest {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final float TOLERANCE = 1e-5f;

  @Test
  void ofTheShippedModel() throws Exception {
    Recipe recipe = RecipeFile.read(Path.of("..", "recipes", "default.yaml"));
    assertAlike(recipe.build(), recipe.frontEnd());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ResLSTM", "TIM-Net", "CNN and transformer"})
  void ofOtherDeepNetworks(String name) throws Exception {
    FrontEnd frontEnd = RecipeFile.read(Path.of("..", "recipes", "default.yaml")).frontEnd();
    JsonNode layers = YAML.readTree(getClass().getResourceAsStream("deep-networks.yaml"));
    assertAlike(new Network(YAML.treeToValue(layers.required(name), Layer.class), 64, 8), frontEnd);
  }

  private static void assertAlike(Network network, FrontEnd frontEnd) throws BundleException {
    Map<String, Tensor> weights = network.initial(7);
    FeatureMatrix features = noise(150, network.coefficients());
    float[] embedding;
    try (Recognizer recognizer = Recognizer.of(bundle(network, frontEnd, weights))) {
      embedding = recognizer.clipEmbedding(features);
    }
    List<Layer> layers = ((Sequential) network.root()).layers();
    Network headless =
        new Network(
            new Sequential(layers.subList(0, layers.size() - 1)),
            network.coefficients(),
            embedding.length);
    Map<String, Tensor> kept = new HashMap<>(weights);
    kept.keySet().retainAll(headless.parameters().stream().map(Parameter::name).toList());
    try (Predictor predictor = new Predictor(headless, kept)) {
      assertThat(embedding).containsExactly(predictor.logits(features), within(TOLERANCE));
    }
  }

  private static ModelBundle bundle(
      Network network, FrontEnd frontEnd, Map<String, Tensor> weights) {
    List<String> classes =
        List.of("angry", "calm", "disgust", "fear", "happy", "neutral", "sad", "surprise")
            .subList(0, network.classes());
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT_VERSION,
            "untrained",
            classes,
            frontEnd,
            new Calibration(1),
            0.5,
            List.of(),
            "none",
            null,
            Map.of(),
            new Provenance(null, 7, "untrained", "2026-01-01T00:00:00Z", "0.1.0", network.size()));
    return new ModelBundle(manifest, OnnxExporter.export(network, weights, Map.of()), "");
  }

  private static FeatureMatrix noise(int frames, int coefficients) {
    Random random = new Random(11);
    float[] values = new float[frames * coefficients];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new FeatureMatrix(values, frames, coefficients);
  }
}
