package org.emotone.audio.codec.mp3;

import java.io.InputStream;
import java.util.Arrays;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.Obuffer;

/** JLayer, fed with whole frames, its output taken as floats before it rounds them to 16 bits. */
final class JLayer {
  /** What JLayer 1.0.1 multiplies amplitudes with. */
  private static final float FULL_SCALE = 32_700f;

  private final Feed feed = new Feed();
  private final Bitstream bits = new Bitstream(feed);
  private final Decoder decoder = new Decoder();
  private final Output output;

  JLayer(int channels) {
    this.output = new Output(channels);
    decoder.setOutputBuffer(output);
  }

  /**
   * Decodes a frame.
   *
   * @param next the frame behind it, which JLayer glances at; empty where there is none
   * @return samples of each channel, of which there may be none where the frame needs one that was
   *     before the beginning
   */
  int decode(byte[] frame, byte[] next) throws JavaLayerException {
    feed.supply(frame, next);
    output.clear_buffer();
    Header header = bits.readFrame();
    if (header == null) {
      return 0;
    }
    try {
      decoder.decodeFrame(header, bits);
    } finally {
      bits.closeFrame();
    }
    return output.samples();
  }

  /** A sample of what was decoded last, nominally −1 … 1. */
  float sample(int channel, int index) {
    return output.samples[channel][index] / FULL_SCALE;
  }

  /**
   * Gives JLayer's buffers exactly one frame, and four bytes of the next one: those it reads ahead
   * and counts as the beginning of that one.
   */
  private static final class Feed extends InputStream {
    private static final int AHEAD = 4;

    private byte[] bytes = new byte[0];
    private int from;
    private int given;

    void supply(byte[] frame, byte[] next) {
      int skip = Math.min(given, frame.length);
      int ahead = Math.min(AHEAD, next.length);
      bytes = new byte[frame.length - skip + ahead];
      System.arraycopy(frame, skip, bytes, 0, frame.length - skip);
      System.arraycopy(next, 0, bytes, frame.length - skip, ahead);
      from = 0;
      given = ahead;
    }

    @Override
    public int read() {
      return from == bytes.length ? -1 : bytes[from++] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      int count = Math.min(length, bytes.length - from);
      if (count <= 0) {
        return length == 0 ? 0 : -1;
      }
      System.arraycopy(bytes, from, to, offset, count);
      from += count;
      return count;
    }
  }

  /** Collects the subband synthesis of each channel, 32 samples at a time. */
  private static final class Output extends Obuffer {
    private static final int CAPACITY = 1152;

    private final float[][] samples;
    private final int[] counts;

    Output(int channels) {
      this.samples = new float[channels][CAPACITY];
      this.counts = new int[channels];
    }

    int samples() {
      int least = counts[0];
      for (int count : counts) {
        least = Math.min(least, count);
      }
      return least;
    }

    @Override
    public void appendSamples(int channel, float[] more) {
      System.arraycopy(more, 0, samples[channel], counts[channel], more.length);
      counts[channel] += more.length;
    }

    @Override
    public void append(int channel, short value) {
      samples[channel][counts[channel]++] = value;
    }

    @Override
    public void write_buffer(int value) {}

    @Override
    public void close() {}

    @Override
    public void clear_buffer() {
      Arrays.fill(counts, 0);
    }

    @Override
    public void set_stop_flag() {}
  }
}
