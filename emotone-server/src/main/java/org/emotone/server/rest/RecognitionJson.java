package org.emotone.server.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import org.emotone.Timings;
import org.emotone.output.HeardJson;
import org.emotone.server.recognition.ClassView;
import org.emotone.server.recognition.Heard;
import org.emotone.server.recognition.Viewed;
import org.emotone.timeline.Timeline;

/**
 * A recognition as clients get it.
 *
 * @param id its id
 * @param created when it was made
 * @param name what the client calls the recording
 * @param heard what was heard, in the model's classes
 * @param view the classes of the answer
 * @param top how many classes to name, 0 for all
 * @param stored whether it is part of the history
 * @param audioKept whether the audio is kept
 */
record RecognitionJson(
    String id,
    Instant created,
    String name,
    Heard heard,
    ClassView view,
    int top,
    boolean stored,
    boolean audioKept) {

  /** Writes it, the fields of {@code analyze --json} first. */
  void write(JsonGenerator json) throws IOException {
    Heard shown = new Viewed(view, heard.uncertainBelow()).of(heard);
    HeardJson.begin(json, name, shown.recognition(), top);
    json.writeStringField("id", id);
    json.writeStringField("created", created.toString());
    json.writeStringField("view", view.id());
    json.writeBooleanField("stored", stored);
    json.writeBooleanField("audioKept", audioKept);
    timings(json, shown.recognition().timings());
    json.writeObjectField("waveform", shown.waveform());
    Timeline timeline = shown.timeline();
    if (timeline != null) {
      json.writeFieldName("timeline");
      HeardJson.write(json, name, timeline);
    }
    if (shown.reasons() != null) {
      json.writeObjectField("explanation", shown.reasons());
    }
    json.writeArrayFieldStart("feedback");
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
