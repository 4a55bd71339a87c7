package org.emotone.training.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a document into records, and Jackson's complaints into lines that a user can act on. */
final class Binding {

  /** Reads records strictly: nothing is guessed, converted or ignored. */
  static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private final YamlSource source;

  Binding(YamlSource source) {
    this.source = source;
  }

  <T> T bind(Class<T> type) throws RecipeException {
    JsonNode tree = source.tree();
    FormerKeys.move(tree, source);
    new Keys(source, STRICT).check(tree, type);
    try {
      return STRICT.treeToValue(tree, type);
    } catch (JsonMappingException e) {
      throw explain(e, tree);
    } catch (JsonProcessingException e) {
      throw new RecipeException(e.getOriginalMessage(), e);
    }
  }

  private RecipeException explain(JsonMappingException e, JsonNode tree) {
    List<Object> path = path(e);
    if (e instanceof InvalidTypeIdException type) {
      return unknownType(type, path);
    }
    if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
      return refusedValue(refused.getCause(), path, tree);
    }
    if (e instanceof MismatchedInputException mismatch) {
      return mismatch(mismatch, path, tree);
    }
    @Nullable Throwable cause = e.getCause();
    return cause instanceof IllegalArgumentException
        ? refusedValue(cause, path, tree)
        : source.error(path, firstLine(e.getOriginalMessage()), e);
  }

  private RecipeException unknownType(InvalidTypeIdException e, List<Object> path) {
    List<String> types = types(e.getBaseType());
    @Nullable String id = e.getTypeId();
    List<Object> at = new ArrayList<>(path);
    if (id != null) {
      at.add("type");
    }
    String hint = id == null ? "" : Suggestion.words(id, types);
    String found = id == null ? "needs a 'type'" : "there is no '" + id + "'";
    return source.error(at, found + (hint.isEmpty() ? "; " : hint + " ") + allowed(types), e);
  }

  static List<String> types(@Nullable JavaType base) {
    JsonSubTypes types = base == null ? null : base.getRawClass().getAnnotation(JsonSubTypes.class);
    return types == null
        ? List.of()
        : Arrays.stream(types.value()).map(JsonSubTypes.Type::name).toList();
  }

  /** A constructor's complaint; where it begins with the name of a key, the line is that key's. */
  private RecipeException refusedValue(Throwable cause, List<Object> where, JsonNode tree) {
    List<Object> path = inDocument(where, tree);
    String message =
        cause instanceof NullPointerException
            ? "something in it has no value"
            : firstLine(cause.getMessage());
    List<Object> at = new ArrayList<>(path);
    String[] words = message.split("[ :]+", 2);
    at.add(words[0]);
    return words.length == 2 && source.has(at)
        ? source.error(at, words[1], cause)
        : source.error(path, message, cause);
  }

  private RecipeException mismatch(MismatchedInputException e, List<Object> where, JsonNode tree) {
    List<Object> path = inDocument(where, tree);
    JsonNode found = at(tree, path);
    @Nullable Class<?> target = e.getTargetType();
    if (found.isMissingNode() || found.isNull()) {
      return source.error(path, "is missing; expected " + expected(target), e);
    }
    if (target != null && target.isEnum() && found.isTextual()) {
      List<String> values = values(target);
      String hint = Suggestion.words(found.asText(), values);
      String none = "there is no '" + found.asText() + "'";
      return source.error(path, none + (hint.isEmpty() ? "; " : hint + " ") + allowed(values), e);
    }
    return source.error(path, "expected " + expected(target) + ", found " + describe(found), e);
  }

  /** A path without the index that Jackson adds to a single value that stands for a list. */
  private static List<Object> inDocument(List<Object> path, JsonNode tree) {
    List<Object> parent = path.subList(0, Math.max(0, path.size() - 1));
    boolean single =
        !path.isEmpty()
            && path.get(path.size() - 1) instanceof Integer
            && !at(tree, parent).isArray();
    return single ? parent : path;
  }

  private static JsonNode at(JsonNode tree, List<Object> path) {
    JsonNode node = tree;
    for (Object step : path) {
      node = step instanceof Integer index ? node.path(index) : node.path(String.valueOf(step));
    }
    return node;
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "something else";
    }
    if (type.isEnum()) {
      return "one of " + String.join(", ", values(type));
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == double.class || type == Double.class || type == float.class) {
      return "a number";
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "a whole number";
    }
    if (type == String.class) {
      return "a text";
    }
    return Collection.class.isAssignableFrom(type) || type.isArray()
        ? "a list"
        : Map.class.isAssignableFrom(type) ? "keys with values" : "a section of keys";
  }

  private static String describe(JsonNode node) {
    if (node.isObject()) {
      return "a section of keys";
    }
    return node.isArray() ? "a list" : "'" + node.asText() + "'";
  }

  private static List<String> values(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(value -> STRICT.<JsonNode>valueToTree(value).asText())
        .toList();
  }

  static String allowed(List<String> words) {
    return words.isEmpty() ? "nothing is allowed here" : "allowed: " + String.join(", ", words);
  }

  private static List<Object> path(JsonMappingException e) {
    List<Object> path = new ArrayList<>();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() != null) {
        path.add(step.getFieldName());
      } else if (step.getIndex() >= 0) {
        path.add(step.getIndex());
      }
    }
    return path;
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "is not allowed" : message.lines().findFirst().orElse("");
  }
}
