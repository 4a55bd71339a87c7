package org.emotone.server.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.emotone.server.recognition.ClassView;
import org.emotone.server.recognition.Ids;
import org.emotone.server.recognition.StrictBodies;
import org.emotone.server.settings.Limits;
import org.jspecify.annotations.Nullable;

/** Reads requests strictly: what is not expected is a problem. */
final class Requests {

  private static final String REQUEST_ID = "emotone.request.id";
  private static final Set<String> NUMBERS = Set.of("top", "window", "step", "stickiness");
  private static final Set<String> FLAGS = Set.of("timeline", "explain", "store");

  private Requests() {}

  /** Gives a request its id. */
  static void name(Context context, String id) {
    context.attribute(REQUEST_ID, id);
  }

  /** The id of a request. */
  static String id(Context context) {
    String id = context.attribute(REQUEST_ID);
    return id == null ? "" : id;
  }

  /** Refuses parameters of the query other than these, and repeated ones. */
  static void only(Context context, String... names) {
    Set<String> known = Set.of(names);
    for (Map.Entry<String, List<String>> given : context.queryParamMap().entrySet()) {
      if (!known.contains(given.getKey())) {
        throw unknown("parameter", given.getKey(), known);
      }
      if (given.getValue().size() > 1) {
        throw new ProblemException(
            ProblemCode.INVALID_VALUE, "parameter " + given.getKey() + " is given more than once");
      }
    }
  }

  /** The problem of a field that does not exist. */
  static ProblemException unknown(String what, String name, Set<String> known) {
    String shown = name.length() > 50 ? name.substring(0, 50) + "…" : name;
    return new ProblemException(
        ProblemCode.UNKNOWN_FIELD,
        "unknown %s \"%s\"; %s"
            .formatted(
                what,
                shown,
                known.isEmpty()
                    ? "there are none here"
                    : "allowed are " + String.join(", ", known.stream().sorted().toList())));
  }

  /** The id in the path. */
  static String pathId(Context context) {
    String id = context.pathParam("id");
    if (!Ids.valid(id)) {
      throw noRecognition();
    }
    return id;
  }

  /** The problem of an id that there is not, or not any more. */
  static ProblemException noRecognition() {
    return new ProblemException(
        ProblemCode.NOT_FOUND, "there is no recognition of this id; it may have been deleted");
  }

  /** A whole number of the query. */
  static int number(Context context, String name, int usual, int least, int most) {
    String text = context.queryParam(name);
    if (text == null) {
      return usual;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers out of range.
    }
    throw new ProblemException(
        ProblemCode.INVALID_VALUE,
        "%s must be a whole number from %d to %d".formatted(name, least, most));
  }

  /** The view that the query asks for. */
  static ClassView view(Context context) {
    String id = context.queryParam("view");
    if (id == null) {
      return ClassView.MODEL;
    }
    return ClassView.byId(id)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.INVALID_VALUE, "view must be one of model, emotions6, valence3"));
  }

  /** A JSON body without a recording. */
  static <T> T body(Context context, Class<T> type) {
    String media = context.contentType();
    if (media == null || !media.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
      throw new ProblemException(
          ProblemCode.UNSUPPORTED_MEDIA_TYPE, "the body must be application/json");
    }
    try {
      byte[] bytes = context.req().getInputStream().readNBytes(Limits.SMALL_BODY_BYTES + 1);
      if (bytes.length > Limits.SMALL_BODY_BYTES) {
        throw new ProblemException(
            ProblemCode.TOO_LARGE, "the body may have %d bytes".formatted(Limits.SMALL_BODY_BYTES));
      }
      return StrictBodies.read("body", new String(bytes, StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.BAD_REQUEST, "the body broke off");
    }
  }

  /** The options of a recognition in the query as the JSON object that they stand for. */
  static String optionsOfQuery(Context context) {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, List<String>> given : context.queryParamMap().entrySet()) {
      String name = given.getKey();
      if (given.getValue().size() > 1) {
        throw new ProblemException(
            ProblemCode.INVALID_VALUE, "parameter " + name + " is given more than once");
      }
      put(options, name, given.getValue().get(0));
    }
    return options.toString();
  }

  private static void put(ObjectNode options, String name, String value) {
    if (NUMBERS.contains(name)) {
      putNumber(options, name, value);
    } else if (FLAGS.contains(name)) {
      if (!value.equals("true") && !value.equals("false")) {
        throw new ProblemException(ProblemCode.INVALID_VALUE, name + " must be true or false");
      }
      options.put(name, value.equals("true"));
    } else if (name.equals("plots")) {
      ArrayNode plots = options.putArray(name);
      for (String plot : value.split(",", -1)) {
        plots.add(plot);
      }
    } else {
      options.put(name, value);
    }
  }

  private static void putNumber(ObjectNode options, String name, String value) {
    try {
      if (name.equals("top")) {
        options.put(name, Integer.parseInt(value));
      } else {
        options.put(name, Double.parseDouble(value));
      }
    } catch (NumberFormatException e) {
      throw new ProblemException(ProblemCode.INVALID_VALUE, name + " must be a number");
    }
  }

  /**
   * What a client calls a recording, fit to be shown: the last step of a path, without control
   * characters.
   */
  static String displayName(@Nullable String given) {
    if (given == null) {
      return "recording";
    }
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "").strip();
    String shown = clean.length() > 200 ? clean.substring(0, 200) : clean;
    return shown.isEmpty() ? "recording" : shown;
  }
}
