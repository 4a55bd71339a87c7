package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.emotone.network.Channels;
import org.emotone.network.Dense;
import org.emotone.network.Image;
import org.emotone.network.Layer;
import org.emotone.network.Network;
import org.emotone.network.Sequential;
import org.emotone.network.StatisticsPool;

/** The networks that emotone-network's own parity test uses, one for each way to use a layer. */
final class LayerCases {

  static final int COEFFICIENTS = 12;
  static final int CLASSES = 5;

  private static final Path FILE =
      Path.of("..", "emotone-network", "src", "test", "resources", "org", "emotone", "network")
          .resolve("layers.json");

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonParser.Feature.ALLOW_YAML_COMMENTS)
          .build();

  /**
   * One network.
   *
   * @param padded whether it takes batches of clips of different lengths
   */
  record Case(String name, Network network, boolean padded) {

    @Override
    public String toString() {
      return name;
    }
  }

  private LayerCases() {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    for (JsonNode node : tree()) {
      cases.add(
          new Case(node.path("name").asText(), network(node), node.path("padded").asBoolean(true)));
    }
    return cases;
  }

  static List<Case> padded() {
    return all().stream().filter(Case::padded).toList();
  }

  static List<Case> unpadded() {
    return all().stream().filter(c -> !c.padded()).toList();
  }

  /** Every {@code type} in the file. */
  static Set<String> types() {
    Set<String> types = new TreeSet<>(tree().findValuesAsText("type"));
    types.addAll(List.of("channels", "image", "statisticsPool", "dense"));
    return types;
  }

  /** Every {@code type} that a layer may have. */
  static Set<String> allTypes() {
    Set<String> types = new TreeSet<>();
    Arrays.stream(Layer.class.getAnnotation(JsonSubTypes.class).value())
        .forEach(type -> types.add(type.name()));
    return types;
  }

  private static JsonNode tree() {
    try {
      return MAPPER.readTree(FILE.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Network network(JsonNode node) {
    List<Layer> layers = new ArrayList<>();
    if (node.has("line")) {
      layers.add(new Channels());
    } else if (node.has("picture")) {
      layers.add(new Image());
    }
    for (String kind : List.of("line", "picture", "features", "waveform")) {
      for (JsonNode layer : node.path(kind)) {
        layers.add(Samples.layer(layer.toString()));
      }
    }
    if (node.path("pool").asBoolean(true)) {
      layers.add(new StatisticsPool());
    }
    layers.add(new Dense(CLASSES));
    return new Network(new Sequential(layers), node.has("waveform") ? 1 : COEFFICIENTS, CLASSES);
  }
}
