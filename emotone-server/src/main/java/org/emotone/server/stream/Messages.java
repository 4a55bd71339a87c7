package org.emotone.server.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.Segment;
import org.emotone.output.HeardJson;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.TimelineWindow;
import org.jspecify.annotations.Nullable;

/** Writes the messages to clients, as asyncapi.yaml has them. */
final class Messages {

  private static final JsonMapper MAPPER = new JsonMapper();

  private Messages() {}

  /** Writes the fields of a message. */
  @FunctionalInterface
  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  static String of(String type, @Nullable Long sequence, Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = MAPPER.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("type", type);
      if (sequence != null) {
        json.writeNumberField("sequence", sequence);
      }
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written to", e);
    }
    return text.toString();
  }

  static String error(StreamError code, String message, long nextByte, long retryAfterMs) {
    return of(
        "error",
        null,
        json -> {
          json.writeStringField("code", code.id());
          json.writeStringField("message", message);
          json.writeNumberField("nextByte", nextByte);
          if (retryAfterMs > 0) {
            json.writeNumberField("retryAfterMs", retryAfterMs);
          }
        });
  }

  static void limits(JsonGenerator json, StreamLimits limits) throws IOException {
    json.writeObjectFieldStart("limits");
    json.writeNumberField("frameSeconds", limits.frameSeconds());
    json.writeNumberField("messageBytes", limits.messageBytes());
    json.writeNumberField("aheadSeconds", limits.aheadSeconds());
    json.writeNumberField("resumeSeconds", limits.resumeSeconds());
    json.writeNumberField("sessionSeconds", limits.sessionSeconds());
    json.writeNumberField("idleSeconds", limits.idleSeconds());
    json.writeEndObject();
  }

  static void config(JsonGenerator json, StreamConfig config, String model, List<String> classes)
      throws IOException {
    json.writeStringField("model", model);
    json.writeArrayFieldStart("classes");
    for (String name : classes) {
      json.writeString(name);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("config");
    json.writeStringField("encoding", config.encoding().format().id());
    json.writeNumberField("sampleRate", config.sampleRate());
    json.writeNumberField("channels", config.channels());
    json.writeStringField("model", model.substring(0, model.lastIndexOf('@')));
    json.writeStringField("view", config.view().id());
    json.writeNumberField("window", config.settings().windowSeconds());
    json.writeNumberField("step", config.settings().stepSeconds());
    json.writeNumberField("stickiness", config.settings().stickiness());
    json.writeEndObject();
  }

  static void interval(
      JsonGenerator json,
      TimelineWindow window,
      EmotionSegment current,
      List<String> classes,
      double uncertainBelow)
      throws IOException {
    json.writeStringField("trigger", "interval");
    HeardJson.span(json, window.span());
    json.writeNumberField("speechSeconds", window.speechSeconds());
    answer(json, window.probabilities(), classes, uncertainBelow);
    segments(json, List.of(current), classes);
  }

  static void utterance(
      JsonGenerator json,
      Segment span,
      List<EmotionSegment> segments,
      List<String> classes,
      double uncertainBelow)
      throws IOException {
    json.writeStringField("trigger", "speech_ended");
    HeardJson.span(json, span);
    answer(json, Tally.mean(segments, classes.size()), classes, uncertainBelow);
    segments(json, segments, classes);
  }

  private static void answer(
      JsonGenerator json, List<Double> probabilities, List<String> classes, double uncertainBelow)
      throws IOException {
    int best = 0;
    for (int i = 1; i < probabilities.size(); i++) {
      best = probabilities.get(i) > probabilities.get(best) ? i : best;
    }
    json.writeStringField("emotion", classes.get(best));
    json.writeNumberField("confidence", probabilities.get(best));
    json.writeBooleanField("certain", probabilities.get(best) >= uncertainBelow);
    HeardJson.probabilities(json, classes, probabilities);
  }

  private static void segments(
      JsonGenerator json, List<EmotionSegment> segments, List<String> classes) throws IOException {
    json.writeArrayFieldStart("segments");
    for (EmotionSegment segment : segments) {
      HeardJson.segment(json, segment, classes);
    }
    json.writeEndArray();
  }

  static void closed(
      JsonGenerator json,
      String reason,
      Tally tally,
      double seconds,
      List<String> warnings,
      Quality quality)
      throws IOException {
    json.writeStringField("reason", reason);
    json.writeNumberField("seconds", seconds);
    json.writeNumberField("speechSeconds", tally.speechSeconds());
    json.writeNumberField("utterances", tally.utterances());
    json.writeNumberField("changes", tally.changes());
    json.writeObjectFieldStart("totals");
    for (Map.Entry<String, Double> total : tally.totals().entrySet()) {
      json.writeNumberField(total.getKey(), total.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("warnings");
    for (String warning : warnings) {
      json.writeString(warning);
    }
    json.writeEndArray();
    HeardJson.quality(json, quality);
  }
}
