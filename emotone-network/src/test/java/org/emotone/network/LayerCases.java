package org.emotone.network;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The networks of {@code layers.json}, one for each way to use a layer. */
final class LayerCases {

  static final int COEFFICIENTS = 12;
  static final int CLASSES = 5;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonParser.Feature.ALLOW_YAML_COMMENTS)
          .build();

  /**
   * One network.
   *
   * @param reference whether the scalar reference is fast enough for it
   */
  record Case(String name, Network network, boolean reference) {

    @Override
    public String toString() {
      return name;
    }
  }

  private LayerCases() {}

  static List<Case> all() {
    try (InputStream in =
        Objects.requireNonNull(LayerCases.class.getResourceAsStream("layers.json"))) {
      List<Case> cases = new ArrayList<>();
      for (JsonNode node : MAPPER.readTree(in)) {
        cases.add(
            new Case(
                node.path("name").asText(), network(node), node.path("reference").asBoolean(true)));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Case> compared() {
    return all().stream().filter(Case::reference).toList();
  }

  private static Network network(JsonNode node) throws IOException {
    List<Layer> layers = new ArrayList<>();
    if (node.has("line")) {
      layers.add(new Channels());
    } else if (node.has("picture")) {
      layers.add(new Image());
    }
    for (String kind : List.of("line", "picture", "features", "waveform")) {
      for (JsonNode layer : node.path(kind)) {
        layers.add(MAPPER.treeToValue(layer, Layer.class));
      }
    }
    if (node.path("pool").asBoolean(true)) {
      layers.add(new StatisticsPool());
    }
    layers.add(new Dense(CLASSES));
    return new Network(new Sequential(layers), node.has("waveform") ? 1 : COEFFICIENTS, CLASSES);
  }
}
