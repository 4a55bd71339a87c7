package org.emotone.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.emotone.Recognition;
import org.emotone.Score;
import org.emotone.audio.signal.Quality;
import org.emotone.cue.CueDifference;
import org.emotone.explain.Explanation;

/**
 * A JSON array with an object for each clip: {@code file, emotion, confidence, certain, seconds,
 * probabilities, warnings, quality, model}, or {@code file, error} for one that could not be read.
 * {@code why} follows where it was explained: {@code cues, regions, reference, differences,
 * startSeconds, secondsPerFrame, overTime, overCoefficients, picture}.
 */
final class JsonListing implements Listing {

  private final JsonGenerator json;
  private final int top;
  private boolean open;

  /**
   * Begins an array.
   *
   * @param top how many classes to write, 0 for all
   */
  JsonListing(PrintWriter out, int top) throws IOException {
    this.top = top;
    json =
        new JsonFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .setPrettyPrinter(new DefaultPrettyPrinter());
    json.writeStartArray();
  }

  @Override
  public void add(Path file, Recognition recognition) throws IOException {
    List<Score> scores = recognition.scores();
    finish();
    open = true;
    json.writeStartObject();
    json.writeStringField("file", file.toString());
    json.writeStringField("emotion", recognition.best().label());
    json.writeNumberField("confidence", recognition.best().probability());
    json.writeBooleanField("certain", recognition.certain());
    json.writeNumberField("seconds", recognition.duration());
    json.writeObjectFieldStart("probabilities");
    for (Score score : top == 0 ? scores : scores.subList(0, Math.min(top, scores.size()))) {
      json.writeNumberField(score.label(), score.probability());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("warnings");
    for (String warning : recognition.warnings()) {
      json.writeString(warning);
    }
    json.writeEndArray();
    quality(json, recognition.quality());
    json.writeStringField("model", recognition.model());
  }

  /** An object is left open until it is known that no explanation follows. */
  private void finish() throws IOException {
    if (open) {
      json.writeEndObject();
      open = false;
    }
  }

  @Override
  public void explain(Explanation explanation, Path picture) throws IOException {
    json.writeObjectFieldStart("why");
    json.writeStringField("cues", explanation.cues());
    json.writeStringField("regions", explanation.regions());
    json.writeStringField("reference", explanation.reference());
    json.writeObjectFieldStart("differences");
    for (CueDifference difference : explanation.differences()) {
      json.writeObjectFieldStart(difference.cue().id());
      json.writeNumberField("value", difference.value());
      json.writeNumberField("difference", difference.difference());
      json.writeNumberField("deviations", difference.deviations());
      json.writeStringField("unit", difference.cue().unit());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeNumberField("startSeconds", explanation.axes().startSeconds());
    json.writeNumberField("secondsPerFrame", explanation.axes().secondsPerFrame());
    json.writeFieldName("overTime");
    double[] overTime = explanation.relevance().overTime();
    json.writeArray(overTime, 0, overTime.length);
    json.writeFieldName("overCoefficients");
    double[] overCoefficients = explanation.relevance().overCoefficients();
    json.writeArray(overCoefficients, 0, overCoefficients.length);
    json.writeStringField("picture", picture.toString());
    json.writeEndObject();
  }

  /** Writes the field {@code quality} of an object that is begun. */
  static void quality(JsonGenerator json, Quality quality) throws IOException {
    json.writeObjectFieldStart("quality");
    for (Map.Entry<String, Object> value : QualityText.values(quality).entrySet()) {
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

  @Override
  public void fail(Path file, String line) throws IOException {
    finish();
    json.writeStartObject();
    json.writeStringField("file", file.toString());
    json.writeStringField("error", line);
    json.writeEndObject();
  }

  @Override
  public void end() throws IOException {
    finish();
    json.writeEndArray();
    json.writeRaw(System.lineSeparator());
    json.flush();
  }
}
