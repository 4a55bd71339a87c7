package org.emotone.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.emotone.Recognition;
import org.emotone.Score;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.emotone.timeline.TimelineSettings;
import org.emotone.timeline.TimelineWindow;

/**
 * What was heard in a recording as a JSON object, as {@code timeline.schema.json} describes it.
 * Times are in seconds, rounded to the millisecond; probabilities are not rounded.
 */
public final class HeardJson {

  private HeardJson() {}

  /** Writes what was heard over time. */
  public static void write(JsonGenerator json, String file, Timeline timeline) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", file);
    time(json, "seconds", timeline.duration());
    json.writeArrayFieldStart("segments");
    for (Cue<EmotionSegment> cue : Cue.segments(timeline)) {
      segment(json, cue.start(), cue.end(), cue.value(), timeline.classes());
    }
    json.writeEndArray();
    json.writeObjectFieldStart("totals");
    for (Map.Entry<String, Double> total : timeline.totals().entrySet()) {
      time(json, total.getKey(), total.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("changePoints");
    for (double point : timeline.changePoints()) {
      json.writeNumber(Cue.millis(point) / 1000.0);
    }
    json.writeEndArray();
    speech(json, timeline);
    windows(json, timeline);
    strings(json, "warnings", timeline.warnings());
    quality(json, timeline.quality());
    settings(json, timeline.settings());
    json.writeStringField("model", timeline.model());
    json.writeEndObject();
  }

  /**
   * Writes what was heard in a clip as a whole.
   *
   * @param top how many classes to write, 0 for all
   */
  public static void write(JsonGenerator json, String file, Recognition clip, int top)
      throws IOException {
    begin(json, file, clip, top);
    json.writeEndObject();
  }

  /**
   * Writes what was heard in a clip as a whole, but leaves the object open for further fields.
   *
   * @param top how many classes to write, 0 for all
   */
  public static void begin(JsonGenerator json, String file, Recognition clip, int top)
      throws IOException {
    List<Score> scores = clip.scores();
    json.writeStartObject();
    json.writeStringField("file", file);
    json.writeStringField("emotion", clip.best().label());
    json.writeNumberField("confidence", clip.best().probability());
    json.writeBooleanField("certain", clip.certain());
    json.writeNumberField("seconds", clip.duration());
    json.writeObjectFieldStart("probabilities");
    for (Score score : top == 0 ? scores : scores.subList(0, Math.min(top, scores.size()))) {
      json.writeNumberField(score.label(), score.probability());
    }
    json.writeEndObject();
    strings(json, "warnings", clip.warnings());
    quality(json, clip.quality());
    json.writeStringField("model", clip.model());
  }

  /** Writes that a recording could not be read, and why. */
  public static void fail(JsonGenerator json, String file, String line) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", file);
    json.writeStringField("error", line);
    json.writeEndObject();
  }

  /**
   * Writes a segment as an object.
   *
   * @param classes of the model, in the order of the segment's probabilities
   */
  public static void segment(JsonGenerator json, EmotionSegment segment, List<String> classes)
      throws IOException {
    long start = Cue.millis(segment.span().start());
    segment(json, start, Cue.millis(segment.span().end()), segment, classes);
  }

  private static void segment(
      JsonGenerator json, long start, long end, EmotionSegment segment, List<String> classes)
      throws IOException {
    json.writeStartObject();
    span(json, start / 1000.0, end / 1000.0);
    json.writeStringField("emotion", segment.label());
    json.writeNumberField("confidence", segment.confidence());
    json.writeBooleanField("certain", segment.certain());
    if (segment.speaker() != null) {
      json.writeStringField("speaker", segment.speaker());
    }
    probabilities(json, classes, segment.probabilities());
    json.writeEndObject();
  }

  private static void speech(JsonGenerator json, Timeline timeline) throws IOException {
    time(json, "speechSeconds", timeline.speechSeconds());
    json.writeNumberField("speechShare", timeline.speechShare());
    json.writeArrayFieldStart("speech");
    for (Cue<Segment> cue : Cue.speech(timeline)) {
      json.writeStartObject();
      span(json, cue.start() / 1000.0, cue.end() / 1000.0);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void windows(JsonGenerator json, Timeline timeline) throws IOException {
    json.writeArrayFieldStart("windows");
    for (TimelineWindow window : timeline.windows()) {
      json.writeStartObject();
      span(json, window.span());
      time(json, "speechSeconds", window.speechSeconds());
      probabilities(json, timeline.classes(), window.probabilities());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void settings(JsonGenerator json, TimelineSettings settings) throws IOException {
    json.writeObjectFieldStart("settings");
    json.writeNumberField("windowSeconds", settings.windowSeconds());
    json.writeNumberField("stepSeconds", settings.stepSeconds());
    json.writeNumberField("stickiness", settings.stickiness());
    json.writeEndObject();
  }

  /** Writes the field {@code quality}. */
  public static void quality(JsonGenerator json, Quality quality) throws IOException {
    json.writeObjectFieldStart("quality");
    for (Map.Entry<String, Object> value : QualityFields.of(quality).entrySet()) {
      json.writeFieldName(value.getKey());
      if (value.getValue() instanceof List<?> list) {
        json.writeStartArray();
        for (Object item : list) {
          json.writeObject(item);
        }
        json.writeEndArray();
      } else {
        json.writeObject(value.getValue());
      }
    }
    json.writeEndObject();
  }

  /** Writes the field {@code probabilities}. */
  public static void probabilities(JsonGenerator json, List<String> classes, List<Double> values)
      throws IOException {
    json.writeObjectFieldStart("probabilities");
    for (int i = 0; i < classes.size(); i++) {
      json.writeNumberField(classes.get(i), values.get(i));
    }
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** Writes the fields {@code start} and {@code end}. */
  public static void span(JsonGenerator json, Segment span) throws IOException {
    span(json, span.start(), span.end());
  }

  private static void span(JsonGenerator json, double start, double end) throws IOException {
    time(json, "start", start);
    time(json, "end", end);
  }

  private static void time(JsonGenerator json, String name, double seconds) throws IOException {
    json.writeNumberField(name, Cue.millis(seconds) / 1000.0);
  }
}
