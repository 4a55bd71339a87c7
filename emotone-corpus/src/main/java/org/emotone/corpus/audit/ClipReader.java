package org.emotone.corpus.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioStream;
import org.emotone.corpus.Segment;
import org.jspecify.annotations.Nullable;

/** Decodes a file once, however many clips are in it, and measures all that the audit asks for. */
final class ClipReader {

  /** How much of a clip is fingerprinted, which bounds memory for long recordings. */
  static final int FINGERPRINTED_SECONDS = 120;

  private static final int BLOCK_FRAMES = 4096;

  private final AudioProperties properties;
  private final List<Part> parts = new ArrayList<>();

  private ClipReader(AudioProperties properties, List<Segment> segments) {
    this.properties = properties;
    segments.forEach(segment -> parts.add(new Part(segment)));
  }

  /**
   * What was measured of a part of a file.
   *
   * @param facts null if the file ends before the part begins
   * @param failure why there are none, empty if there are
   */
  record Measured(@Nullable ClipFacts facts, String failure) {}

  /**
   * Measures parts of a file, in their order.
   *
   * @throws IOException if it cannot be decoded to its end, or to that of the last part; the
   *     message is for the user
   */
  static List<Measured> read(Path file, List<Segment> segments) throws IOException {
    try (AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      ClipReader reader = new ClipReader(stream.properties(), segments);
      double seconds = reader.decode(stream);
      return reader.parts.stream().map(part -> part.measured(file, seconds)).toList();
    }
  }

  /** Reads to the end, or as far as any part goes; the length of what was read, in seconds. */
  private double decode(AudioStream stream) throws IOException {
    long last = parts.stream().mapToLong(part -> part.last).max().orElse(0);
    float[] block = new float[BLOCK_FRAMES * properties.channels()];
    long position = 0;
    while (position < last) {
      int got = stream.read(block, 0, (int) Math.min(BLOCK_FRAMES, last - position));
      if (got < 0) {
        break;
      }
      for (Part part : parts) {
        part.accept(block, position, got);
      }
      position += got;
    }
    return (double) position / properties.sampleRate();
  }

  /**
   * A part that is being measured; its meter, which is large, lives only from its begin to its end.
   */
  private final class Part {
    private final double start;
    private final long first;
    private final long last;
    private @Nullable Meter meter;
    private @Nullable ClipFacts facts;

    Part(Segment segment) {
      start = segment.start();
      // Rounding keeps an infinite end at the largest number of frames.
      first = Math.round(segment.start() * properties.sampleRate());
      last = Math.round(segment.end() * properties.sampleRate());
    }

    void accept(float[] block, long position, int frames) {
      int from = (int) Math.max(0, Math.min(frames, first - position));
      int to = (int) Math.max(0, Math.min(frames, last - position));
      if (from < to) {
        meter = meter == null ? newMeter() : meter;
        meter.accept(block, from, to - from);
      }
      if (meter != null && position + frames >= last) {
        finish(meter);
      }
    }

    private Meter newMeter() {
      int rate = properties.sampleRate();
      return new Meter(rate, properties.channels(), rate * FINGERPRINTED_SECONDS);
    }

    private ClipFacts finish(Meter ended) {
      meter = null;
      facts =
          new ClipFacts(
              properties.container(),
              properties.sampleRate(),
              properties.channels(),
              ended.frames(),
              ended.peak(),
              ended.clipped(),
              ended.hash(),
              Fingerprinter.of(ended.beginning()));
      return facts;
    }

    Measured measured(Path file, double seconds) {
      if (facts != null) {
        return new Measured(facts, "");
      }
      if (meter == null && first > 0) {
        return new Measured(
            null,
            "%s: the segment begins at %s s, but the recording has only %s s"
                .formatted(file, start, seconds));
      }
      return new Measured(finish(meter == null ? newMeter() : meter), "");
    }
  }
}
