package org.emotone.training.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML document that remembers the line of every key.
 *
 * <p>Plain scalars are resolved by the JSON rules of YAML 1.2 (section 10.3.2, core schema without
 * octal and hexadecimal numbers): {@code no} and {@code 01} are texts, not false and 1.
 */
final class YamlSource {

  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9]+");
  private static final int MOST_NODES = 100_000;
  private static final int DEEPEST = 100;

  private final String name;
  private final Node root;
  private final Map<List<Object>, List<Object>> former = new LinkedHashMap<>();
  private int nodes;

  private YamlSource(String name, Node root) {
    this.name = name;
    this.root = root;
  }

  /**
   * Parses a document.
   *
   * @param name of the file, for messages
   * @throws RecipeException if it is not YAML or is empty
   */
  static YamlSource parse(String name, String text) throws RecipeException {
    try {
      @Nullable Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (!(root instanceof MappingNode)) {
        throw new RecipeException(name + ":1: expected a list of 'key: value' lines");
      }
      return new YamlSource(name, root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new RecipeException(
          name + ":" + line + ": not valid YAML: " + oneLine(e.getProblem()), e);
    } catch (YAMLException e) {
      throw new RecipeException(name + ": not valid YAML: " + oneLine(e.getMessage()), e);
    }
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "unknown problem" : message.replaceAll("\\s+", " ").trim();
  }

  /** The document as a tree. */
  JsonNode tree() throws RecipeException {
    nodes = 0;
    return convert(root, 0);
  }

  private JsonNode convert(Node node, int depth) throws RecipeException {
    if (++nodes > MOST_NODES || depth > DEEPEST) {
      throw error(node, "the recipe is too large or refers to itself");
    }
    if (node instanceof MappingNode mapping) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (NodeTuple entry : mapping.getValue()) {
        String key = key(entry);
        if (object.has(key)) {
          throw error(entry.getKeyNode(), "the key '" + key + "' stands here twice");
        }
        object.set(key, convert(entry.getValueNode(), depth + 1));
      }
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (Node element : sequence.getValue()) {
        array.add(convert(element, depth + 1));
      }
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private String key(NodeTuple entry) throws RecipeException {
    if (entry.getKeyNode() instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw error(entry.getKeyNode(), "a key must be a word");
  }

  private static JsonNode scalar(ScalarNode node) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    String value = node.getValue();
    if (node.getScalarStyle() != ScalarStyle.PLAIN) {
      return factory.textNode(value);
    }
    if (WHOLE.matcher(value).matches()) {
      return whole(new BigInteger(value));
    }
    if (isNumber(value)) {
      return factory.numberNode(Double.parseDouble(value));
    }
    return switch (value) {
      case "", "~", "null" -> factory.nullNode();
      case "true" -> factory.booleanNode(true);
      case "false" -> factory.booleanNode(false);
      default -> factory.textNode(value);
    };
  }

  /** Whether a plain scalar is a number. */
  static boolean isNumber(String value) {
    return DECIMAL.matcher(value).matches() && !LEADING_ZERO.matcher(value).matches();
  }

  private static JsonNode whole(BigInteger value) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (value.bitLength() < Integer.SIZE) {
      return factory.numberNode(value.intValue());
    }
    return value.bitLength() < Long.SIZE
        ? factory.numberNode(value.longValue())
        : factory.numberNode(value);
  }

  /** Notes that a place of the tree is one that the document has elsewhere. */
  void stoodAt(List<Object> place, List<Object> inDocument) {
    former.put(List.copyOf(place), List.copyOf(inDocument));
  }

  private List<Object> inDocument(List<Object> path) {
    for (Map.Entry<List<Object>, List<Object>> moved : former.entrySet()) {
      int length = moved.getKey().size();
      if (path.size() >= length && path.subList(0, length).equals(moved.getKey())) {
        List<Object> original = new ArrayList<>(moved.getValue());
        original.addAll(path.subList(length, path.size()));
        return original;
      }
    }
    return path;
  }

  /** An error at a place of the document: {@code file:line: key: message}. */
  RecipeException error(List<Object> place, String message, @Nullable Throwable cause) {
    List<Object> path = inDocument(place);
    String where = name + ":" + line(path) + ": ";
    String key = words(path);
    String text = where + (key.isEmpty() ? "" : key + ": ") + message;
    return cause == null ? new RecipeException(text) : new RecipeException(text, cause);
  }

  private RecipeException error(Node node, String message) {
    return new RecipeException(name + ":" + (node.getStartMark().getLine() + 1) + ": " + message);
  }

  /** A path as people write it: {@code network[3].filters}. */
  static String words(List<Object> path) {
    StringBuilder words = new StringBuilder();
    for (Object step : path) {
      if (step instanceof Integer index) {
        words.append('[').append(index).append(']');
      } else {
        words.append(words.isEmpty() ? "" : ".").append(step);
      }
    }
    return words.toString();
  }

  /** Whether a path leads to something in the document. */
  boolean has(List<Object> path) {
    Optional<Node> node = Optional.of(root);
    for (Object step : path) {
      node = node.flatMap(n -> child(n, step)).map(NodeTuple::getValueNode);
    }
    return node.isPresent();
  }

  /** The line of a path's last key, or of the nearest thing above it that is in the document. */
  int line(List<Object> path) {
    Node node = root;
    int line = 1;
    for (Object step : path) {
      Optional<NodeTuple> next = child(node, step);
      if (next.isEmpty()) {
        return line;
      }
      line = next.get().getKeyNode().getStartMark().getLine() + 1;
      node = next.get().getValueNode();
    }
    return line;
  }

  /** The key and the value at a step; for an element of a list both are the element. */
  private static Optional<NodeTuple> child(Node node, Object step) {
    if (node instanceof MappingNode mapping && step instanceof String key) {
      return mapping.getValue().stream()
          .filter(t -> t.getKeyNode() instanceof ScalarNode s && s.getValue().equals(key))
          .findFirst();
    }
    if (node instanceof SequenceNode sequence
        && step instanceof Integer index
        && index >= 0
        && index < sequence.getValue().size()) {
      Node element = sequence.getValue().get(index);
      return Optional.of(new NodeTuple(element, element));
    }
    return Optional.empty();
  }
}
