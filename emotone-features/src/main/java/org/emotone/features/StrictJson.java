package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * JSON in which a misspelt key is an error and not silently a default: unknown and repeated keys,
 * text after the end, texts in the place of numbers, and null where a value is required are
 * refused.
 */
public final class StrictJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .annotationIntrospector(new NullsOfRequired())
          .build();

  /** Jackson takes a required property for given if it is there, though it be null. */
  private static final class NullsOfRequired extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public JsonSetter.Value findSetterInfo(Annotated place) {
      JsonProperty property = _findAnnotation(place, JsonProperty.class);
      return property != null && property.required()
          ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
          : super.findSetterInfo(place);
    }
  }

  private StrictJson() {}

  /** A value as JSON on one line. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + value, e);
    }
  }

  /** A value as indented JSON, with line feeds on every platform. */
  public static String writeIndented(Object value) {
    try {
      String json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
      return json.replace(System.lineSeparator(), "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + value, e);
    }
  }

  /**
   * Reads a value.
   *
   * @param what what the text should be, for the message of a fault
   * @param json the text
   * @param type the value's type
   * @throws IllegalArgumentException naming the place and what is wrong with it
   */
  public static <T> T read(String what, String json, Class<T> type) {
    T value;
    try {
      value = MAPPER.readValue(json, type);
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(what + ": " + reason(e), e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(what + ": not valid JSON: " + e.getOriginalMessage(), e);
    }
    if (value == null) {
      throw new IllegalArgumentException(what + ": null stands where a value is needed");
    }
    return value;
  }

  private static String reason(JsonMappingException e) {
    String path = path(e);
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown key \"" + path + "\"; allowed are " + list(unknown.getKnownPropertyIds());
    }
    String place = path.isEmpty() ? "" : path + ": ";
    if (e instanceof InvalidNullException) {
      return place + "null stands where a value is needed";
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return place + "\"" + format.getValue() + "\" is unknown; allowed are " + constants(format);
    }
    if (e.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null) {
      return place + cause.getMessage();
    }
    String message = e.getOriginalMessage();
    return message.startsWith("Missing required") ? path + " is missing" : place + message;
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static String constants(InvalidFormatException e) {
    return list(
        Arrays.stream(e.getTargetType().getEnumConstants())
            .map(constant -> MAPPER.convertValue(constant, String.class))
            .toList());
  }

  private static String list(Collection<?> names) {
    return names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }
}
