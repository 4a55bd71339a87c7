package org.emotone.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import org.emotone.Recognition;
import org.emotone.timeline.Timeline;

/** {@link TimelineFormat#JSON}: an object for each recording, in an array unless it is alone. */
final class JsonWriter implements TimelineWriter {

  private final JsonGenerator json;
  private final boolean alone;
  private final Appendable out;
  private boolean written;

  JsonWriter(Appendable out, boolean alone) throws IOException {
    this.out = out;
    this.alone = alone;
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    json =
        new JsonFactory()
            .createGenerator(new AppendableWriter(out))
            .setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter));
    if (!alone) {
      json.writeStartArray();
    }
  }

  private void next(String file) {
    if (alone && written) {
      throw new IllegalStateException("this document is for one recording, not for " + file);
    }
    written = true;
  }

  @Override
  public void add(String file, Timeline timeline) throws IOException {
    next(file);
    HeardJson.write(json, file, timeline);
    json.flush();
  }

  @Override
  public void add(String file, Recognition clip) throws IOException {
    next(file);
    HeardJson.write(json, file, clip, 0);
    json.flush();
  }

  @Override
  public void fail(String file, String line) throws IOException {
    next(file);
    HeardJson.fail(json, file, line);
    json.flush();
  }

  @Override
  public void close() throws IOException {
    if (!alone) {
      json.writeEndArray();
    }
    json.flush();
    out.append('\n');
  }
}
