package org.emotone.corpus.audit;

import java.io.IOException;
import java.nio.file.Path;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioStream;
import org.emotone.corpus.Segment;
import org.jspecify.annotations.Nullable;

/** Decodes a file once and measures all that the audit asks for. */
final class ClipReader {

  /** How much of a clip is fingerprinted, which bounds memory for long recordings. */
  static final int FINGERPRINTED_SECONDS = 120;

  private static final int BLOCK_FRAMES = 4096;

  private ClipReader() {}

  /**
   * Measures a file, or a segment of it.
   *
   * @param segment the part to measure, null for all of it
   * @throws IOException if it cannot be decoded to its end; the message is for the user
   */
  static ClipFacts read(Path file, @Nullable Segment segment) throws IOException {
    try (AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      AudioProperties properties = stream.properties();
      int channels = properties.channels();
      int rate = properties.sampleRate();
      Meter meter = new Meter(rate, channels, rate * FINGERPRINTED_SECONDS);
      decode(file, stream, meter, segment == null ? Segment.from(0) : segment);
      return new ClipFacts(
          properties.container(),
          rate,
          channels,
          meter.frames(),
          meter.peak(),
          meter.clipped(),
          meter.hash(),
          Fingerprinter.of(meter.beginning()));
    }
  }

  private static void decode(Path file, AudioStream stream, Meter meter, Segment segment)
      throws IOException {
    int rate = stream.properties().sampleRate();
    // Rounding keeps an infinite end at the largest number of frames.
    long first = Math.round(segment.start() * rate);
    long last = Math.round(segment.end() * rate);
    float[] block = new float[BLOCK_FRAMES * stream.properties().channels()];
    long position = 0;
    while (position < last) {
      int got = stream.read(block, 0, (int) Math.min(BLOCK_FRAMES, last - position));
      if (got < 0) {
        break;
      }
      int skipped = (int) Math.max(0, Math.min(got, first - position));
      meter.accept(block, skipped, got - skipped);
      position += got;
    }
    if (first > 0 && position <= first) {
      throw new IOException(
          "%s: the segment begins at %s s, but the recording has only %s s"
              .formatted(file, segment.start(), (double) position / rate));
    }
  }
}
