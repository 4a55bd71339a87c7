package org.emotone.audio;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What every decoder's output is held to, whatever its header says: the limits on duration and
 * expansion, finite samples, at least one frame. Where the caller tolerates faults, the first one
 * ends the audio and becomes a warning.
 */
final class CheckedStream implements AudioStream {
  private final AudioStream stream;
  private final AudioSource source;
  private final String name;
  private final AudioLimits limits;
  private final int channels;
  private final int sampleRate;
  private long frames;
  private boolean ended;

  /** Refuses at once what the header says is too long. */
  CheckedStream(AudioStream stream, AudioSource source) throws AudioException {
    this.stream = stream;
    this.source = source;
    this.name = source.name();
    this.limits = source.limits();
    AudioProperties properties = stream.properties();
    this.channels = properties.channels();
    this.sampleRate = properties.sampleRate();
    limits.checkFormat(name, source.position(), channels, sampleRate);
    limits.checkDuration(name, source.position(), properties.frames(), sampleRate);
  }

  @Override
  public AudioProperties properties() {
    return stream.properties();
  }

  @Override
  public List<String> warnings() {
    return source.warnings();
  }

  @Override
  public int read(float[] interleaved, int offset, int count) throws IOException {
    if (count < 1) {
      throw new IllegalArgumentException("frames must be positive, was " + count);
    }
    Objects.checkFromIndexSize(offset, Math.multiplyExact(count, channels), interleaved.length);
    if (ended) {
      return -1;
    }
    int got;
    try {
      got = checked(stream.read(interleaved, offset, count), interleaved, offset);
    } catch (TruncatedAudioException | DamagedAudioException e) {
      if (!source.tolerant() || frames == 0) {
        throw e;
      }
      tolerate(e);
      got = -1;
    }
    ended = got < 0;
    return got;
  }

  private void tolerate(AudioException fault) {
    String what = String.valueOf(fault.getMessage());
    source.warn(
        String.format(
            Locale.ROOT,
            "only the first %.2f s could be read (%s)",
            (double) frames / sampleRate,
            what.startsWith(name + ": ") ? what.substring(name.length() + 2) : what));
  }

  private int checked(int got, float[] interleaved, int offset) throws AudioException {
    if (got < 0) {
      if (frames == 0) {
        throw new DamagedAudioException(
            "%s: %s without any audio (0 frames); is the download complete? If it is, export it again"
                .formatted(name, properties().container()),
            name,
            source.position());
      }
      return got;
    }
    for (int i = offset; i < offset + got * channels; i++) {
      if (!Float.isFinite(interleaved[i])) {
        throw notFinite(interleaved[i], frames + (i - offset) / channels);
      }
    }
    frames += got;
    limits.checkDuration(name, source.position(), frames, sampleRate);
    limits.checkExpansion(name, source.position(), (double) frames * channels);
    return got;
  }

  private DamagedAudioException notFinite(float value, long frame) {
    return new DamagedAudioException(
        String.format(
            Locale.ROOT,
            "%s: the sample at %.3f s is %s, not a number that can be played; export it again",
            name,
            (double) frame / sampleRate,
            Float.isNaN(value) ? "NaN" : "infinite"),
        name,
        source.position());
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
