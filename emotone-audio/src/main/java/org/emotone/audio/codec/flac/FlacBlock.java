package org.emotone.audio.codec.flac;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.emotone.audio.AudioSource;

/** The samples of the current frame. */
final class FlacBlock {
  private static final int SUM_BYTES = 1 << 13;

  private final AudioSource in;
  private final StreamInfo info;
  private final FlacBits bits;
  private final Subframe subframe;
  private final int[][] channels;
  private long[] wide = new long[0];
  private final MessageDigest md5;
  private final byte[] summed = new byte[SUM_BYTES];
  private int frames;

  FlacBlock(AudioSource in, StreamInfo info) {
    this.in = in;
    this.info = info;
    this.bits = new FlacBits(in);
    this.subframe = new Subframe(in, bits);
    this.channels = new int[info.channels()][0];
    try {
      this.md5 = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Length of the frame. */
  int frames() {
    return frames;
  }

  /** Samples of a channel, at least {@link #frames()}. */
  int[] channel(int channel) {
    return channels[channel];
  }

  /** Whether no frame follows: the end of the file, or a tag behind the audio. */
  boolean atEnd() throws IOException {
    return bits.atEnd() || (info.frames() == 0 && bits.peekByte() != 0xFF);
  }

  /** The sum of all samples so far. */
  byte[] md5() {
    return md5.digest();
  }

  /** Goes to the next frame. */
  void decode() throws IOException {
    frames = 0;
    bits.beginCrc();
    FrameHeader header = FrameHeader.read(in, bits, info);
    int length = header.frames();
    if (channels[0].length < length) {
      for (int i = 0; i < channels.length; i++) {
        channels[i] = new int[length];
      }
    }
    boolean differences = header.assignment() >= FrameHeader.LEFT_SIDE;
    if (differences && info.bits() == 32) {
      decodeWide(header.assignment(), length);
    } else {
      for (int i = 0; i < channels.length; i++) {
        boolean side = differences && (i == 0) == (header.assignment() == FrameHeader.SIDE_RIGHT);
        subframe.decode(channels[i], length, info.bits() + (side ? 1 : 0));
      }
      Decorrelation.undo(channels, length, header.assignment());
    }
    bits.align();
    int computed = bits.crc();
    if (bits.number(16) != computed) {
      throw in.damaged("FLAC frame has a wrong checksum");
    }
    frames = length;
    if (info.hasMd5()) {
      sum();
    }
  }

  /** The difference of two channels of 32 bits has 33. */
  private void decodeWide(int assignment, int length) throws IOException {
    if (wide.length < length) {
      wide = new long[length];
    }
    int side = assignment == FrameHeader.SIDE_RIGHT ? 0 : 1;
    for (int i = 0; i < 2; i++) {
      if (i == side) {
        subframe.decode33(wide, channels[i], length);
      } else {
        subframe.decode(channels[i], length, info.bits());
      }
    }
    Decorrelation.undo33(channels, wide, length, assignment);
  }

  /** The sum is of interleaved samples, little-endian, in whole bytes (RFC 9639, 8.2). */
  private void sum() {
    int bytes = (info.bits() + 7) / 8;
    int filled = 0;
    for (int i = 0; i < frames; i++) {
      for (int[] channel : channels) {
        int sample = channel[i];
        for (int b = 0; b < bytes; b++) {
          summed[filled++] = (byte) sample;
          sample >>= 8;
        }
        if (filled > SUM_BYTES - 4) {
          md5.update(summed, 0, filled);
          filled = 0;
        }
      }
    }
    md5.update(summed, 0, filled);
  }
}
