package org.emotone.audio.codec.mp3;

import java.io.IOException;
import javazoom.jl.decoder.JavaLayerException;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioSource;
import org.emotone.audio.AudioStream;
import org.jspecify.annotations.Nullable;

/** Decodes MPEG audio frame by frame and drops what the encoder put around the audio. */
final class Mp3Stream implements AudioStream {
  /** The delay of every decoder: that of the synthesis filter bank, and one. */
  private static final int DECODER_DELAY = 529;

  private final AudioSource in;
  private final Frames frames;
  private final FrameHeader first;
  private final @Nullable EncoderInfo info;
  private final JLayer decoder;
  private final AudioProperties properties;
  private final int samples;

  /** The frame to be decoded next, and the one behind it; both empty after the last one. */
  private byte[] current = new byte[0];

  private byte[] behind = new byte[0];

  /** Samples of each channel that were decoded, those to drop among them. */
  private long position;

  private int from;
  private int to;
  private boolean silent;

  /** Finds the first frame with audio. */
  Mp3Stream(AudioSource in, Frames frames) throws IOException {
    this.in = in;
    this.frames = frames;
    if (!frames.next()) {
      throw in.cut("MP3");
    }
    this.first = frames.header();
    this.samples = first.samples();
    in.checkFormat(first.channels(), first.sampleRate());
    this.info = EncoderInfo.of(first, frames.frame());
    this.decoder = new JLayer(first.channels());
    this.current = info == null ? frames.frame() : frameOrNone();
    this.behind = current.length == 0 ? current : frameOrNone();
    this.properties =
        new AudioProperties(
            "MP3",
            "MPEG layer " + "I".repeat(first.layer()),
            first.sampleRate(),
            first.channels(),
            0,
            length());
  }

  private byte[] frameOrNone() throws IOException {
    return frames.next() ? frames.frame() : new byte[0];
  }

  private long length() {
    if (info == null || info.frames() == 0) {
      return -1;
    }
    return Math.max(0, end() - start());
  }

  /** Where the audio begins in what is decoded. */
  private long start() {
    return info == null || info.delay() < 0 ? 0 : info.delay() + DECODER_DELAY;
  }

  /** Where it ends, as far as the encoder said. */
  private long end() {
    if (info == null || info.frames() == 0) {
      return Long.MAX_VALUE;
    }
    long all = info.frames() * samples;
    return info.delay() < 0 ? all : all - Math.max(0, info.padding() - DECODER_DELAY);
  }

  @Override
  public AudioProperties properties() {
    return properties;
  }

  @Override
  public int read(float[] interleaved, int offset, int count) throws IOException {
    while (from == to) {
      if (current.length == 0) {
        return finish();
      }
      decode();
    }
    int got = Math.min(count, to - from);
    int channels = properties.channels();
    for (int channel = 0; channel < channels; channel++) {
      for (int i = 0; i < got; i++) {
        interleaved[offset + i * channels + channel] =
            silent ? 0 : decoder.sample(channel, from + i);
      }
    }
    from += got;
    return got;
  }

  private void decode() throws IOException {
    int got;
    try {
      got = decoder.decode(current, behind);
    } catch (JavaLayerException | RuntimeException e) {
      throw in.damaged("MP3 frame cannot be decoded (" + e.getClass().getSimpleName() + ")");
    }
    // The first frames of what was cut out of a longer file need bits that are not there.
    silent = got < samples;
    current = behind;
    behind = current.length == 0 ? current : frameOrNone();
    long end = end();
    from = (int) Math.max(0, Math.min(samples, start() - position));
    boolean last = position < end && end < position + samples;
    boolean padding = position >= end && info != null && position < info.frames() * samples;
    to = last ? (int) (end - position) : padding ? 0 : samples;
    to = Math.max(from, to);
    position += samples;
  }

  private int finish() throws IOException {
    if (info != null && position < info.frames() * samples) {
      throw in.truncated(
          "MP3 says %d frames of audio but the file ends after %d"
              .formatted(info.frames(), position / samples));
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
