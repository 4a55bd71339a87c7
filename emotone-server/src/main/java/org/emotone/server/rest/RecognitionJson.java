package org.emotone.server.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.emotone.Timings;
import org.emotone.output.HeardJson;
import org.emotone.server.history.Entry;
import org.emotone.server.history.Feedback;
import org.emotone.server.recognition.ClassView;
import org.emotone.server.recognition.Heard;
import org.emotone.server.recognition.Viewed;
import org.emotone.timeline.Timeline;

/**
 * A recognition as clients get it.
 *
 * @param entry the recognition
 * @param stored whether it is part of the history
 * @param view the classes of the answer
 * @param top how many classes to name, 0 for all
 * @param pictures that were asked for, by name
 * @param feedback what people said of it, the newest first
 */
record RecognitionJson(
    Entry entry,
    boolean stored,
    ClassView view,
    int top,
    Map<String, Pictures.Picture> pictures,
    List<Feedback> feedback) {

  /** Writes it, the fields of {@code analyze --json} first. */
  void write(JsonGenerator json) throws IOException {
    Heard heard = entry.heard();
    Heard shown = new Viewed(view, heard.uncertainBelow()).of(heard);
    HeardJson.begin(json, entry.name(), shown.recognition(), top);
    json.writeStringField("id", entry.id());
    json.writeStringField("created", entry.created().toString());
    json.writeStringField("view", view.id());
    json.writeBooleanField("stored", stored);
    json.writeBooleanField("audioKept", entry.audioKept());
    timings(json, shown.recognition().timings());
    json.writeObjectField("waveform", shown.waveform());
    Timeline timeline = shown.timeline();
    if (timeline != null) {
      json.writeFieldName("timeline");
      HeardJson.write(json, entry.name(), timeline);
    }
    if (shown.reasons() != null) {
      json.writeObjectField("explanation", shown.reasons());
    }
    if (!pictures.isEmpty()) {
      json.writeObjectField("plots", pictures);
    }
    json.writeArrayFieldStart("feedback");
    for (Feedback one : feedback) {
      json.writeObject(FeedbackRoutes.View.of(one));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void timings(JsonGenerator json, Timings timings) throws IOException {
    json.writeObjectFieldStart("timings");
    json.writeNumberField("features", timings.features());
    json.writeNumberField("network", timings.network());
    json.writeNumberField("total", timings.total());
    json.writeEndObject();
  }
}
