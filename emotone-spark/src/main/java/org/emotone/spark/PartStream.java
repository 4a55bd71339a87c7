package org.emotone.spark;

import java.io.IOException;
import java.util.List;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioStream;
import org.jspecify.annotations.Nullable;

/** A part of audio, as if it were a file of its own; both ends are rounded to a frame. */
final class PartStream implements AudioStream {

  private static final int BLOCK = 1 << 14;

  private final AudioStream stream;
  private final long start;
  private final long end;
  private long position;

  /**
   * Takes over a stream.
   *
   * @param start in seconds, or null for the beginning
   * @param end in seconds, or null for the end
   */
  PartStream(AudioStream stream, @Nullable Double start, @Nullable Double end) {
    this.stream = stream;
    int rate = stream.properties().sampleRate();
    this.start = start == null ? 0 : Math.round(start * rate);
    this.end = end == null ? Long.MAX_VALUE : Math.round(end * rate);
  }

  @Override
  public AudioProperties properties() {
    AudioProperties whole = stream.properties();
    long frames = whole.frames() < 0 ? -1 : Math.max(0, Math.min(end, whole.frames()) - start);
    return new AudioProperties(
        whole.container(),
        whole.codec(),
        whole.sampleRate(),
        whole.channels(),
        whole.bitsPerSample(),
        frames);
  }

  @Override
  public List<String> warnings() {
    return stream.warnings();
  }

  @Override
  public int read(float[] interleaved, int offset, int frames) throws IOException {
    if (position < start && !skip()) {
      return -1;
    }
    int most = (int) Math.min(frames, end - position);
    int got = most <= 0 ? -1 : stream.read(interleaved, offset, most);
    position += Math.max(0, got);
    return got;
  }

  /** Passes over what comes before the part; false if the audio ends there. */
  private boolean skip() throws IOException {
    float[] block = new float[BLOCK * stream.properties().channels()];
    while (position < start) {
      int got = stream.read(block, 0, (int) Math.min(BLOCK, start - position));
      if (got < 0) {
        return false;
      }
      position += got;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
