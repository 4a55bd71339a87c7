package org.emotone.server.recognition;

import java.io.IOException;
import java.util.List;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioStream;

/** A recording that is read under a watch: its outline is measured, and it must end in time. */
final class WatchedStream implements AudioStream {

  private final AudioStream stream;
  private final Deadline deadline;
  private final Envelope.Meter meter;

  WatchedStream(AudioStream stream, Deadline deadline) {
    this.stream = stream;
    this.deadline = deadline;
    meter = new Envelope.Meter(stream.properties().sampleRate(), stream.properties().channels());
  }

  @Override
  public AudioProperties properties() {
    return stream.properties();
  }

  @Override
  public int read(float[] interleaved, int offset, int frames) throws IOException {
    deadline.check();
    int got = stream.read(interleaved, offset, frames);
    if (got > 0) {
      meter.add(interleaved, offset, got);
    }
    return got;
  }

  @Override
  public List<String> warnings() {
    return stream.warnings();
  }

  /** The outline of what was read. */
  Envelope envelope() {
    return meter.envelope();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
