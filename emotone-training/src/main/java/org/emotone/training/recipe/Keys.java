package org.emotone.training.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for unknown keys, and for needed ones without a value, before anything is built.
 *
 * <p>Jackson would report the unknown ones, but only after building the object that they stand in:
 * a mistyped key would come out as "filters is missing" instead of "filtres: did you mean
 * 'filters'?". And to Jackson a key without a value is present: the constructor would meet a null.
 */
final class Keys {

  private final YamlSource source;
  private final ObjectMapper mapper;

  Keys(YamlSource source, ObjectMapper mapper) {
    this.source = source;
    this.mapper = mapper;
  }

  /** Checks a document that is to become an object of a type. */
  void check(JsonNode tree, Class<?> type) throws RecipeException {
    check(tree, mapper.constructType(type), new ArrayList<>());
  }

  private void check(JsonNode node, JavaType declared, List<Object> path) throws RecipeException {
    if (node.isArray() && declared.isContainerType()) {
      for (int i = 0; i < node.size(); i++) {
        descend(node.get(i), declared.getContentType(), path, i);
      }
    }
    if (node.isObject() && declared.isCollectionLikeType()) {
      // A list of one may be written without its brackets.
      check(node, declared.getContentType(), path);
    }
    if (node.isObject() && declared.isMapLikeType()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        descend(entry.getValue(), declared.getContentType(), path, entry.getKey());
      }
    }
    if (!node.isObject() || declared.isContainerType()) {
      return;
    }
    JavaType type = actual(node, declared);
    if (type.isAbstract()) {
      return;
    }
    Map<String, BeanPropertyDefinition> known = known(type);
    boolean typed = type.getRawClass() != declared.getRawClass() || isTyped(type);
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = entry.getKey();
      if (typed && key.equals("type")) {
        continue;
      }
      BeanPropertyDefinition child = known.get(key);
      if (child == null) {
        throw unknown(key, List.copyOf(known.keySet()), path);
      }
      if (entry.getValue().isNull() && child.isRequired()) {
        throw source.error(at(path, key), "must have a value", null);
      }
      descend(entry.getValue(), child.getPrimaryType(), path, key);
    }
  }

  private void descend(JsonNode node, JavaType type, List<Object> path, Object step)
      throws RecipeException {
    check(node, type, at(path, step));
  }

  private static List<Object> at(List<Object> path, Object step) {
    List<Object> deeper = new ArrayList<>(path);
    deeper.add(step);
    return deeper;
  }

  private RecipeException unknown(String key, List<String> known, List<Object> path) {
    String hint = Suggestion.words(key, known);
    String message = "unknown key" + (hint.isEmpty() ? "; " : hint + " ") + Binding.allowed(known);
    return source.error(at(path, key), message, null);
  }

  /**
   * The member of a sealed family that a {@code type} names; the family itself if it names none.
   */
  private JavaType actual(JsonNode node, JavaType declared) {
    JsonSubTypes members = declared.getRawClass().getAnnotation(JsonSubTypes.class);
    if (members == null) {
      return declared;
    }
    String name = node.path("type").asText();
    return Arrays.stream(members.value())
        .filter(member -> member.name().equals(name))
        .findFirst()
        .<JavaType>map(member -> mapper.constructType(member.value()))
        .orElse(declared);
  }

  private static boolean isTyped(JavaType type) {
    return Arrays.stream(type.getRawClass().getInterfaces())
        .anyMatch(parent -> parent.isAnnotationPresent(JsonTypeInfo.class));
  }

  private Map<String, BeanPropertyDefinition> known(JavaType type) {
    Map<String, BeanPropertyDefinition> known = new LinkedHashMap<>();
    List<BeanPropertyDefinition> properties =
        mapper.getDeserializationConfig().introspect(type).findProperties();
    for (BeanPropertyDefinition property : properties) {
      known.put(property.getName(), property);
    }
    return known;
  }
}
