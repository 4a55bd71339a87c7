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

/**
 * A JSON array with an object for each clip: {@code file, emotion, confidence, certain, seconds,
 * probabilities, warnings, quality, model}, or {@code file, error} for one that could not be read.
 */
final class JsonListing implements Listing {

  private final JsonGenerator json;
  private final int top;

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
    quality(recognition.quality());
    json.writeStringField("model", recognition.model());
    json.writeEndObject();
  }

  private void quality(Quality quality) throws IOException {
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
    json.writeStartObject();
    json.writeStringField("file", file.toString());
    json.writeStringField("error", line);
    json.writeEndObject();
  }

  @Override
  public void end() throws IOException {
    json.writeEndArray();
    json.writeRaw(System.lineSeparator());
    json.flush();
  }
}
