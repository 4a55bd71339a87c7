package org.emotone.server.recognition;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.emotone.features.StrictJson;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads JSON of clients, in which a misspelt field is a problem and not silently a default. */
public final class StrictBodies {

  private StrictBodies() {}

  /**
   * Reads a value.
   *
   * @param what what the text is, for the message
   * @throws ProblemException naming the place and what is wrong with it
   */
  public static <T> T read(String what, String json, Class<T> type) {
    T value;
    try {
      value = StrictJson.read(what, json, type);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(code(e.getCause()), String.valueOf(e.getMessage()));
    }
    refuseNulls(what, value);
    return value;
  }

  /** What a record needs may be there and be null, which Jackson lets pass. */
  private static void refuseNulls(String what, Object value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    for (RecordComponent component : components == null ? new RecordComponent[0] : components) {
      Method accessor = component.getAccessor();
      JsonProperty property = accessor.getAnnotation(JsonProperty.class);
      if (property != null && property.required() && of(value, accessor) == null) {
        throw new ProblemException(
            ProblemCode.INVALID_VALUE,
            what + ": " + component.getName() + ": null stands where a value is needed");
      }
    }
  }

  private static @Nullable Object of(Object value, Method accessor) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(accessor + " cannot be read", e);
    }
  }

  private static ProblemCode code(@Nullable Throwable cause) {
    if (cause instanceof UnrecognizedPropertyException) {
      return ProblemCode.UNKNOWN_FIELD;
    }
    return cause instanceof JsonProcessingException && !(cause instanceof JsonMappingException)
        ? ProblemCode.BAD_REQUEST
        : ProblemCode.INVALID_VALUE;
  }
}
