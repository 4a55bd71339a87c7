package org.emotone.training.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys that recipes had before {@code augmentation}: {@code timeStretch}, {@code frequencyStretch},
 * {@code specAugment} and {@code noise} in the section {@code training}. They are read as the
 * augmentations that they became, at its end and in the order in which they were done.
 */
final class FormerKeys {

  /** From the key of a number to the augmentation, and what it calls the number. */
  private static final Map<String, List<String>> NUMBERS = new LinkedHashMap<>();

  static {
    NUMBERS.put("timeStretch", List.of("timeStretch", "most"));
    NUMBERS.put("frequencyStretch", List.of("frequencyStretch", "most"));
    NUMBERS.put("specAugment", List.of("specAugment"));
    NUMBERS.put("noise", List.of("featureNoise", "deviation"));
  }

  private FormerKeys() {}

  /** Moves former keys of a recipe; messages about them name the place where they stood. */
  static void move(JsonNode recipe, YamlSource source) {
    if (!(recipe instanceof ObjectNode root)
        || !(root.get("training") instanceof ObjectNode training)) {
      return;
    }
    NUMBERS.forEach(
        (key, names) -> {
          JsonNode value = training.remove(key);
          if (value != null && !(value.isNumber() && value.asDouble() == 0)) {
            move(root, source, key, names, value);
          }
        });
  }

  private static void move(
      ObjectNode root, YamlSource source, String key, List<String> names, JsonNode value) {
    JsonNode there = root.get("augmentation");
    ArrayNode steps = there instanceof ArrayNode list ? list : root.arrayNode();
    if (there != null && there.isObject()) {
      steps.add(there);
    }
    root.set("augmentation", steps);
    ObjectNode step = steps.addObject();
    List<Object> place = List.of("augmentation", steps.size() - 1);
    List<Object> former = List.of("training", key);
    step.put("type", names.get(0));
    if (names.size() == 2) {
      step.set(names.get(1), value);
      source.stoodAt(List.of(place.get(0), place.get(1), names.get(1)), former);
    } else if (value instanceof ObjectNode section) {
      step.setAll(section);
    }
    source.stoodAt(place, former);
  }
}
