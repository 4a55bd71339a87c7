package org.emotone.audio;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

/**
 * What every decoder's output is held to, whatever its header says: the limit on duration, finite
 * samples, at least one frame.
 */
final class CheckedStream implements AudioStream {
  private final AudioStream stream;
  private final String name;
  private final AudioLimits limits;
  private long frames;

  /** Refuses at once what the header says is too long. */
  CheckedStream(AudioStream stream, String name, AudioLimits limits) throws AudioException {
    this.stream = stream;
    this.name = name;
    this.limits = limits;
    limits.checkDuration(name, properties().frames(), properties().sampleRate());
  }

  @Override
  public AudioProperties properties() {
    return stream.properties();
  }

  @Override
  public int read(float[] interleaved, int offset, int count) throws IOException {
    if (count < 1) {
      throw new IllegalArgumentException("frames must be positive, was " + count);
    }
    int channels = properties().channels();
    Objects.checkFromIndexSize(offset, Math.multiplyExact(count, channels), interleaved.length);
    int got = stream.read(interleaved, offset, count);
    if (got < 0) {
      if (frames == 0) {
        throw new DamagedAudioException(
            "%s: %s without any audio (0 frames)".formatted(name, properties().container()));
      }
      return got;
    }
    for (int i = offset; i < offset + got * channels; i++) {
      if (!Float.isFinite(interleaved[i])) {
        throw notFinite(interleaved[i], frames + (i - offset) / channels);
      }
    }
    frames += got;
    limits.checkDuration(name, frames, properties().sampleRate());
    return got;
  }

  private DamagedAudioException notFinite(float value, long frame) {
    return new DamagedAudioException(
        String.format(
            Locale.ROOT,
            "%s: the sample at %.3f s is %s, not a number that can be played; export it again",
            name,
            (double) frame / properties().sampleRate(),
            Float.isNaN(value) ? "NaN" : "infinite"));
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
