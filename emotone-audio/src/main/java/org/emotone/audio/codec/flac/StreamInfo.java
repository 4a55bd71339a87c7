package org.emotone.audio.codec.flac;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.emotone.audio.AudioSource;

/**
 * What stands before the audio (RFC 9639, 8.2). All other metadata (pictures, tags, seek tables) is
 * passed over without being held.
 *
 * @param sampleRate frames per second in Hz
 * @param channels 1 to 8
 * @param bits bits of a sample, 4 to 32
 * @param frames length in frames, 0 where the encoder did not know
 * @param md5 sum of the decoded samples, all zero where the encoder did not compute it
 */
record StreamInfo(int sampleRate, int channels, int bits, long frames, byte[] md5) {
  private static final int BYTES = 34;

  /** Reads up to the first frame. */
  static StreamInfo read(AudioSource in) throws IOException {
    byte[] start = new byte[8 + BYTES];
    if (in.fill(start) < start.length) {
      throw in.cut("FLAC");
    }
    boolean last = (start[4] & 0x80) != 0;
    if ((start[4] & 0x7F) != 0 || (ByteBuffer.wrap(start).getInt(4) & 0xFFFFFF) != BYTES) {
      throw in.damaged("FLAC does not begin with its stream information");
    }
    while (!last) {
      byte[] block = new byte[4];
      if (in.fill(block) < block.length || !in.pass(ByteBuffer.wrap(block).getInt(0) & 0xFFFFFF)) {
        throw in.cut("FLAC");
      }
      last = (block[0] & 0x80) != 0;
    }
    return of(in, start);
  }

  private static StreamInfo of(AudioSource in, byte[] start) throws IOException {
    long packed = ByteBuffer.wrap(start).getLong(18);
    int rate = (int) (packed >>> 44);
    int channels = (int) ((packed >>> 41) & 7) + 1;
    int bits = (int) ((packed >>> 36) & 31) + 1;
    in.checkFormat(channels, rate);
    if (bits < 4) {
      throw in.damaged("FLAC says %d bits per sample, possible are 4 to 32".formatted(bits));
    }
    byte[] md5 = Arrays.copyOfRange(start, 26, start.length);
    return new StreamInfo(rate, channels, bits, packed & 0xF_FFFF_FFFFL, md5);
  }

  /** Whether there is a sum to compare with. */
  boolean hasMd5() {
    return !Arrays.equals(md5, new byte[md5.length]);
  }
}
