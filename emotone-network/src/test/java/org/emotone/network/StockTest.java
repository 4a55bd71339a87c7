package org.emotone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Against torchvision 0.26; the golden files are written by {@code
 * src/test/scripts/torchvision_golden.py}.
 */
class StockTest {

  private static Network network(Stock stock, int size, int classes) {
    return new Network(
        Sequential.of(Picture.of(size, size, null, null), Architecture.of(stock, classes)),
        40,
        classes);
  }

  /** The figures of torchvision's documentation of its weights for ImageNet. */
  @ParameterizedTest
  @CsvSource({
    "ALEXNET, 224, 61100840",
    "VGG16, 224, 138357544",
    "VGG19, 224, 143667240",
    "RESNET18, 224, 11689512",
    "RESNET50, 224, 25557032",
    "DENSENET121, 224, 7978856",
    "DENSENET201, 224, 20013928",
    "MOBILENET_V2, 224, 3504872",
    "INCEPTION_V3, 299, 23834568"
  })
  void hasTheNumberOfWeightsThatIsPublished(Stock stock, int size, long trained) {
    assertThat(
            network(stock, size, 1000).parameters().stream()
                .filter(Parameter::trainable)
                .mapToLong(Parameter::size)
                .sum())
        .isEqualTo(trained);
  }

  @ParameterizedTest
  @EnumSource(Stock.class)
  void namesAndShapesAreThoseOfTorchvision(Stock stock) throws Exception {
    Map<String, String> expected = torchvision(stock);
    Network network = network(stock, stock == Stock.INCEPTION_V3 ? 299 : 224, 1000);
    Map<String, String> actual = new HashMap<>();
    Map<String, String> names =
        Architecture.of(stock, 1000).torchvision(new Scope("1"), network.parameters());
    for (Parameter parameter : network.parameters()) {
      String shape =
          parameter.shape().stream().map(String::valueOf).collect(Collectors.joining("x"));
      actual.put(Objects.requireNonNull(names.get(parameter.name())), shape);
    }

    assertThat(expected).isNotEmpty();
    assertThat(actual).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"ALEXNET", "RESNET18", "RESNET50", "DENSENET121", "MOBILENET_V2", "INCEPTION_V3"})
  void computesWhatTorchvisionComputes(Stock stock) throws Exception {
    JsonNode golden;
    try (InputStream file = resource("torchvision-logits.json")) {
      golden = new ObjectMapper().readTree(file).path("logits").path(stock.name());
    }
    int size = golden.path("size").asInt();
    Layer raw = new Picture(null, null, 3, Picture.Scale.NONE);
    Network network =
        new Network(Sequential.of(new FixedFrames(size), raw, Architecture.of(stock, 5)), size, 5);
    Map<String, String> names =
        Architecture.of(stock, 5).torchvision(new Scope("2"), network.parameters());
    List<String> order = new ArrayList<>(torchvision(stock).keySet());
    Map<String, Tensor> weights = new HashMap<>();
    for (Parameter parameter : network.parameters()) {
      String name = Objects.requireNonNull(names.get(parameter.name()));
      weights.put(parameter.name(), formula(parameter, order.indexOf(name), name));
    }
    Tensor features =
        ReferenceOperations.tensor(
            new long[] {1, size, size}, at -> Math.sin((at[1] * size + at[2]) * 0.05));
    float[] expected = new float[5];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (float) golden.path("values").path(i).asDouble();
    }
    float largest = 0;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }

    assertThat(OnnxExporterTest.run(network, weights, features).values())
        .containsExactly(expected, within(2e-4f * largest));
  }

  /** Shapes by torchvision's names, in the order of its {@code state_dict}. */
  private static Map<String, String> torchvision(Stock stock) throws IOException {
    Map<String, String> shapes = new LinkedHashMap<>();
    try (InputStream file = resource("torchvision-parameters.txt.gz");
        InputStream text = new GZIPInputStream(file)) {
      for (String line : new String(text.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        String[] words = line.split(" ", -1);
        if (words[0].equals(stock.name())) {
          shapes.put(words[1], words[2]);
        }
      }
    }
    return shapes;
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(StockTest.class.getResourceAsStream(name), name);
  }

  /** The weights that the script gives torchvision's model. */
  private static Tensor formula(Parameter parameter, int place, String name) {
    long[] shape = parameter.shape().stream().mapToLong(Long::longValue).toArray();
    float[] values = new float[Math.toIntExact(parameter.size())];
    double spread = Math.sqrt(2.0 * shape[0] / values.length);
    for (int i = 0; i < values.length; i++) {
      double wave = Math.sin(i * 0.37 + place);
      if (name.endsWith("running_var")) {
        values[i] = (float) (1 + 0.5 * wave);
      } else if (name.endsWith("weight")) {
        values[i] = (float) (shape.length == 1 ? 1 + 0.2 * wave : wave * spread);
      } else {
        values[i] = (float) (0.1 * wave);
      }
    }
    return new Tensor(shape, values);
  }
}
