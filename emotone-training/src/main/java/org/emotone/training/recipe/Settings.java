package org.emotone.training.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values that replace those of a recipe, by their paths: keys, and positions in lists from 0, with
 * dots between them, such as {@code training.epochs} or {@code network.3.rate}.
 */
public final class Settings {

  private static final YAMLMapper YAML = new YAMLMapper();

  private Settings() {}

  /**
   * A recipe file with some of its values replaced.
   *
   * @param values YAML by path
   * @throws RecipeException if the recipe is not valid, before or after, in one line
   */
  public static Recipe read(Path file, Map<String, String> values)
      throws RecipeException, IOException {
    Recipe recipe = RecipeFile.read(file);
    if (values.isEmpty()) {
      return recipe;
    }
    JsonNode tree = YAML.readTree(Files.readString(file));
    for (Map.Entry<String, String> value : values.entrySet()) {
      set(tree, value.getKey(), parsed(value.getKey(), value.getValue()));
    }
    return RecipeFile.parse(file + " with the given settings", YAML.writeValueAsString(tree))
        .from(RecipeFile.folder(file));
  }

  /**
   * A recipe with some of its values replaced; every value that has a default is there to be
   * replaced, too.
   *
   * @param name of the recipe, for messages
   * @throws RecipeException if a path leads nowhere or the result is not valid, in one line
   */
  public static Recipe apply(String name, Recipe recipe, Map<String, JsonNode> values)
      throws RecipeException {
    try {
      JsonNode tree = YAML.readTree(RecipeFile.write(recipe));
      for (Map.Entry<String, JsonNode> value : new LinkedHashMap<>(values).entrySet()) {
        set(tree, value.getKey(), value.getValue());
      }
      return RecipeFile.parse(name, YAML.writeValueAsString(tree));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(JsonNode tree, String path, JsonNode value) throws RecipeException {
    String[] keys = path.split("\\.", -1);
    JsonNode node = tree;
    for (int i = 0; i < keys.length - 1; i++) {
      node = child(node, keys[i], path);
    }
    String last = keys[keys.length - 1];
    if (node instanceof ObjectNode object) {
      object.set(last, value);
    } else if (node instanceof ArrayNode array && isPosition(last, array)) {
      array.set(Integer.parseInt(last), value);
    } else {
      throw new RecipeException(path + ": the recipe has no such place");
    }
  }

  /** The part of a recipe below a key; a section that the recipe leaves out is begun. */
  private static JsonNode child(JsonNode node, String key, String path) throws RecipeException {
    if (node instanceof ObjectNode object) {
      return object.has(key) ? object.get(key) : object.putObject(key);
    }
    if (node instanceof ArrayNode array && isPosition(key, array)) {
      return array.get(Integer.parseInt(key));
    }
    throw new RecipeException(
        path + ": the recipe has no such place, '" + key + "' is not in a section");
  }

  private static boolean isPosition(String key, ArrayNode array) {
    return key.matches("[0-9]{1,6}") && Integer.parseInt(key) < array.size();
  }

  private static JsonNode parsed(String path, String value) throws RecipeException {
    try {
      return YAML.readTree(value);
    } catch (JsonProcessingException e) {
      throw new RecipeException(path + "=" + value + ": the value is not YAML", e);
    }
  }
}
