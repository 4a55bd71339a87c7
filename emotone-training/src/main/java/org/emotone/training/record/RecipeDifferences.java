package org.emotone.training.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeFile;

/** In what recipes differ, value by value. */
final class RecipeDifferences {

  private static final YAMLMapper YAML = new YAMLMapper();

  private RecipeDifferences() {}

  /**
   * The keys whose values are not the same in all recipes, such as {@code training.epochs} or
   * {@code network[3].filters}, in their order, each with its value in every recipe; an empty text
   * where a recipe does not have it.
   */
  static Map<String, List<String>> of(List<Recipe> recipes) {
    List<Map<String, String>> flat = recipes.stream().map(RecipeDifferences::flat).toList();
    Set<String> keys = new LinkedHashSet<>();
    flat.forEach(values -> keys.addAll(values.keySet()));
    Map<String, List<String>> differences = new LinkedHashMap<>();
    for (String key : keys) {
      List<String> values = flat.stream().map(own -> own.getOrDefault(key, "")).toList();
      if (values.stream().distinct().count() > 1) {
        differences.put(key, values);
      }
    }
    return differences;
  }

  private static Map<String, String> flat(Recipe recipe) {
    Map<String, String> values = new LinkedHashMap<>();
    try {
      flatten("", YAML.readTree(RecipeFile.write(recipe)), values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return values;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      node.fields()
          .forEachRemaining(
              field ->
                  flatten(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      values));
    } else if (node.isArray() && hasParts(node)) {
      for (int i = 0; i < node.size(); i++) {
        flatten(path + "[" + i + "]", node.get(i), values);
      }
    } else {
      values.put(path, node.isValueNode() ? node.asText() : list(node));
    }
  }

  private static boolean hasParts(JsonNode array) {
    for (JsonNode part : array) {
      if (part.isContainerNode()) {
        return true;
      }
    }
    return false;
  }

  private static String list(JsonNode array) {
    List<String> parts = new ArrayList<>();
    array.forEach(part -> parts.add(part.asText()));
    return String.join(", ", parts);
  }
}
