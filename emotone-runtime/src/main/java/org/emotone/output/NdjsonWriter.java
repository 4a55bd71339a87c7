package org.emotone.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import org.emotone.Recognition;
import org.emotone.timeline.Timeline;

/** {@link TimelineFormat#NDJSON}: an object on each line. */
final class NdjsonWriter implements TimelineWriter {

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private final Appendable out;

  NdjsonWriter(Appendable out) {
    this.out = out;
  }

  private void line(Body body) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      body.write(json);
    }
    out.append(text.toString()).append('\n');
  }

  @Override
  public void add(String file, Timeline timeline) throws IOException {
    line(json -> HeardJson.write(json, file, timeline));
  }

  @Override
  public void add(String file, Recognition clip) throws IOException {
    line(json -> HeardJson.write(json, file, clip, 0));
  }

  @Override
  public void fail(String file, String line) throws IOException {
    line(json -> HeardJson.fail(json, file, line));
  }

  @Override
  public void close() {
    // Each line is complete.
  }
}
