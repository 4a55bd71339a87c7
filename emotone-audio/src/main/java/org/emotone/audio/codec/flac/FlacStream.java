package org.emotone.audio.codec.flac;

import java.io.IOException;
import java.util.Arrays;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioSource;
import org.emotone.audio.AudioStream;

/** Decodes FLAC frame by frame and checks the sums of frames and of the whole. */
final class FlacStream implements AudioStream {
  private final AudioSource in;
  private final StreamInfo info;
  private final FlacBlock block;
  private final AudioProperties properties;
  private final float scale;
  private int used;
  private long decoded;

  /** Begins before the first frame. */
  FlacStream(AudioSource in, StreamInfo info) {
    this.in = in;
    this.info = info;
    this.block = new FlacBlock(in, info);
    this.scale = (float) Math.scalb(1.0, 1 - info.bits());
    long frames = info.frames() == 0 ? -1 : info.frames();
    this.properties =
        new AudioProperties(
            "FLAC", "FLAC", info.sampleRate(), info.channels(), info.bits(), frames);
  }

  @Override
  public AudioProperties properties() {
    return properties;
  }

  @Override
  public int read(float[] interleaved, int offset, int frames) throws IOException {
    if (used == block.frames() && !next()) {
      return -1;
    }
    int count = Math.min(frames, block.frames() - used);
    int channels = info.channels();
    for (int channel = 0; channel < channels; channel++) {
      int[] samples = block.channel(channel);
      int to = offset + channel;
      for (int i = used; i < used + count; i++) {
        interleaved[to] = samples[i] * scale;
        to += channels;
      }
    }
    used += count;
    return count;
  }

  private boolean next() throws IOException {
    boolean counted = info.frames() > 0;
    if (counted && decoded >= info.frames()) {
      return finish();
    }
    if (block.atEnd()) {
      if (counted) {
        throw in.tooShort("FLAC", info.frames(), "frames", decoded);
      }
      return finish();
    }
    try {
      block.decode();
    } catch (FlacEnd e) {
      throw counted
          ? in.tooShort("FLAC", info.frames(), "frames", decoded)
          : in.truncated("FLAC ends within a frame, after %d frames of audio".formatted(decoded));
    }
    used = 0;
    decoded += block.frames();
    return true;
  }

  /** The sum tells of lost and exchanged frames, which are whole in themselves. */
  private boolean finish() throws IOException {
    if (info.hasMd5() && !Arrays.equals(block.md5(), info.md5())) {
      throw in.damaged("FLAC decodes to other audio than was encoded (MD5 differs)");
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
