package org.emotone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;

/** Values of a recipe that are given on the command line, such as {@code training.epochs=20}. */
final class Settings {

  private static final YAMLMapper YAML = new YAMLMapper();

  private Settings() {}

  /**
   * A recipe with some of its values replaced.
   *
   * @param values by path: keys, and positions in lists from 0, with dots between them
   * @throws RecipeException if the recipe is not valid, before or after, in one line
   */
  static Recipe read(Path file, Map<String, String> values) throws RecipeException, IOException {
    Recipe recipe = RecipeFile.read(file);
    if (values.isEmpty()) {
      return recipe;
    }
    JsonNode tree = YAML.readTree(Files.readString(file));
    for (Map.Entry<String, String> value : values.entrySet()) {
      set(tree, value.getKey(), value.getValue());
    }
    return RecipeFile.parse(file + " with the given settings", YAML.writeValueAsString(tree))
        .from(RecipeFile.folder(file));
  }

  private static void set(JsonNode tree, String path, String value) throws RecipeException {
    String[] keys = path.split("\\.", -1);
    JsonNode node = tree;
    for (int i = 0; i < keys.length - 1; i++) {
      node = child(node, keys[i], path);
    }
    String last = keys[keys.length - 1];
    JsonNode scalar = scalar(path, value);
    if (node instanceof ObjectNode object) {
      object.set(last, scalar);
    } else if (node instanceof ArrayNode array && isPosition(last, array)) {
      array.set(Integer.parseInt(last), scalar);
    } else {
      throw new RecipeException("--set " + path + ": the recipe has no such place");
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
        "--set " + path + ": the recipe has no such place, '" + key + "' is not in a section");
  }

  private static boolean isPosition(String key, ArrayNode array) {
    return key.matches("[0-9]{1,6}") && Integer.parseInt(key) < array.size();
  }

  private static JsonNode scalar(String path, String value) throws RecipeException {
    try {
      return YAML.readTree(value);
    } catch (JsonProcessingException e) {
      throw new RecipeException("--set " + path + "=" + value + ": the value is not YAML", e);
    }
  }
}
