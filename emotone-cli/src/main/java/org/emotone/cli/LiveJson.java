package org.emotone.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.Segment;
import org.emotone.output.HeardJson;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.TimelineWindow;

/**
 * Newline-delimited JSON: an object on a line for each event, whose field {@code event} is {@code
 * begin}, {@code interval}, {@code utterance} or {@code end}.
 */
final class LiveJson implements LiveView {

  private final PrintWriter out;
  private final JsonGenerator json;
  private List<String> classes = List.of();

  LiveJson(PrintWriter out) throws IOException {
    this.out = out;
    json =
        new JsonFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .setPrettyPrinter(new MinimalPrettyPrinter("\n"));
  }

  @Override
  public void begin(String source, AudioProperties sound, String model, List<String> names)
      throws IOException {
    classes = names;
    start("begin");
    json.writeStringField("source", source);
    json.writeNumberField("sampleRate", sound.sampleRate());
    json.writeNumberField("channels", sound.channels());
    json.writeStringField("model", model);
    json.writeArrayFieldStart("classes");
    for (String name : classes) {
      json.writeString(name);
    }
    json.writeEndArray();
    finish();
  }

  @Override
  public void level(double seconds, double peakDb, double rmsDb) {
    // What was measured of the sound comes at the end.
  }

  @Override
  public void interval(TimelineWindow window, EmotionSegment current) throws IOException {
    start("interval");
    HeardJson.span(json, window.span());
    json.writeNumberField("speechSeconds", window.speechSeconds());
    HeardJson.probabilities(json, classes, window.probabilities());
    json.writeFieldName("current");
    HeardJson.segment(json, current, classes);
    finish();
  }

  @Override
  public void utterance(Segment span, List<EmotionSegment> segments) throws IOException {
    start("utterance");
    HeardJson.span(json, span);
    json.writeArrayFieldStart("segments");
    for (EmotionSegment segment : segments) {
      HeardJson.segment(json, segment, classes);
    }
    json.writeEndArray();
    finish();
  }

  @Override
  public void end(Session session, Quality quality) throws IOException {
    start("end");
    json.writeNumberField("seconds", session.seconds());
    json.writeNumberField("speechSeconds", session.speech());
    json.writeNumberField("utterances", session.utterances());
    json.writeNumberField("changes", session.changes());
    json.writeObjectFieldStart("totals");
    for (Map.Entry<String, Double> total : session.totals().entrySet()) {
      json.writeNumberField(total.getKey(), total.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("warnings");
    for (String warning : quality.warnings()) {
      json.writeString(warning);
    }
    json.writeEndArray();
    HeardJson.quality(json, quality);
    finish();
    out.print('\n');
    out.flush();
  }

  private void start(String event) throws IOException {
    json.writeStartObject();
    json.writeStringField("event", event);
  }

  private void finish() throws IOException {
    json.writeEndObject();
    json.flush();
    out.flush();
  }
}
