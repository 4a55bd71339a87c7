package org.emotone.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.emotone.Recognition;
import org.emotone.cue.CueDifference;
import org.emotone.explain.Explanation;
import org.emotone.output.HeardJson;

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
    finish();
    open = true;
    HeardJson.begin(json, file.toString(), recognition, top);
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

  @Override
  public void fail(Path file, String line) throws IOException {
    finish();
    HeardJson.fail(json, file.toString(), line);
  }

  @Override
  public void end() throws IOException {
    finish();
    json.writeEndArray();
    json.writeRaw(System.lineSeparator());
    json.flush();
  }
}
