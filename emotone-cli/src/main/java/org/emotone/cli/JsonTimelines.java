package org.emotone.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.emotone.timeline.TimelineSettings;
import org.emotone.timeline.TimelineWindow;

/**
 * A JSON object for a recording, or an array of them for several: {@code file, seconds, speech,
 * segments, totals, changePoints, windows, warnings, quality, settings, model}, or {@code file,
 * error} for one that could not be read. All times are in seconds.
 */
final class JsonTimelines implements TimelineListing {

  private final JsonGenerator json;
  private final boolean alone;

  JsonTimelines(PrintWriter out, boolean alone) throws IOException {
    this.alone = alone;
    json =
        new JsonFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .setPrettyPrinter(new DefaultPrettyPrinter());
    if (!alone) {
      json.writeStartArray();
    }
  }

  @Override
  public void add(Path file, Timeline timeline) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", file.toString());
    json.writeNumberField("seconds", timeline.duration());
    json.writeArrayFieldStart("segments");
    for (EmotionSegment segment : timeline.segments()) {
      segment(json, segment, timeline.classes());
    }
    json.writeEndArray();
    json.writeObjectFieldStart("totals");
    for (Map.Entry<String, Double> total : timeline.totals().entrySet()) {
      json.writeNumberField(total.getKey(), total.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("changePoints");
    for (double point : timeline.changePoints()) {
      json.writeNumber(point);
    }
    json.writeEndArray();
    speech(timeline);
    windows(timeline);
    json.writeArrayFieldStart("warnings");
    for (String warning : timeline.warnings()) {
      json.writeString(warning);
    }
    json.writeEndArray();
    JsonListing.quality(json, timeline.quality());
    settings(timeline.settings());
    json.writeStringField("model", timeline.model());
    json.writeEndObject();
  }

  /** Writes a segment as an object. */
  static void segment(JsonGenerator json, EmotionSegment segment, List<String> classes)
      throws IOException {
    json.writeStartObject();
    span(json, segment.span());
    json.writeStringField("emotion", segment.label());
    json.writeNumberField("confidence", segment.confidence());
    json.writeBooleanField("certain", segment.certain());
    if (segment.speaker() != null) {
      json.writeStringField("speaker", segment.speaker());
    }
    probabilities(json, classes, segment.probabilities());
    json.writeEndObject();
  }

  /** Writes the fields {@code start} and {@code end}. */
  static void span(JsonGenerator json, Segment span) throws IOException {
    json.writeNumberField("start", span.start());
    json.writeNumberField("end", span.end());
  }

  /** Writes the field {@code probabilities}. */
  static void probabilities(JsonGenerator json, List<String> classes, List<Double> values)
      throws IOException {
    json.writeObjectFieldStart("probabilities");
    for (int i = 0; i < classes.size(); i++) {
      json.writeNumberField(classes.get(i), values.get(i));
    }
    json.writeEndObject();
  }

  private void speech(Timeline timeline) throws IOException {
    json.writeNumberField("speechSeconds", timeline.speechSeconds());
    json.writeNumberField("speechShare", timeline.speechShare());
    json.writeArrayFieldStart("speech");
    for (Segment stretch : timeline.speech()) {
      json.writeStartObject();
      span(json, stretch);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void windows(Timeline timeline) throws IOException {
    json.writeArrayFieldStart("windows");
    for (TimelineWindow window : timeline.windows()) {
      json.writeStartObject();
      span(json, window.span());
      json.writeNumberField("speechSeconds", window.speechSeconds());
      probabilities(json, timeline.classes(), window.probabilities());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void settings(TimelineSettings settings) throws IOException {
    json.writeObjectFieldStart("settings");
    json.writeNumberField("windowSeconds", settings.windowSeconds());
    json.writeNumberField("stepSeconds", settings.stepSeconds());
    json.writeNumberField("stickiness", settings.stickiness());
    json.writeEndObject();
  }

  @Override
  public void fail(Path file, String line) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", file.toString());
    json.writeStringField("error", line);
    json.writeEndObject();
  }

  @Override
  public void end() throws IOException {
    if (!alone) {
      json.writeEndArray();
    }
    json.writeRaw(System.lineSeparator());
    json.flush();
  }
}
