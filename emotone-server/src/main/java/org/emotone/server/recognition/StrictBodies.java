package org.emotone.server.recognition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
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
    try {
      return StrictJson.read(what, json, type);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(code(e.getCause()), String.valueOf(e.getMessage()));
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
