package org.emotone.audio.codec.vorbis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.emotone.audio.AudioException;
import org.emotone.audio.AudioSource;

/**
 * The identification header (Vorbis I, 4.2.2).
 *
 * @param channels channels
 * @param sampleRate frames per second in Hz
 * @param shortBlock samples of a short block
 * @param longBlock samples of a long block
 */
record VorbisHead(int channels, int sampleRate, int shortBlock, int longBlock) {
  private static final int BYTES = 30;

  static VorbisHead of(AudioSource in, byte[] packet) throws AudioException {
    if (packet.length < BYTES) {
      throw in.damaged("Vorbis header has %d bytes, expected %d".formatted(packet.length, BYTES));
    }
    ByteBuffer fields = ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN);
    if (fields.getInt(7) != 0) {
      throw in.unsupported(
          "Vorbis of version %d, supported is 0"
              .formatted(Integer.toUnsignedLong(fields.getInt(7))));
    }
    int channels = fields.get(11) & 0xFF;
    long rate = Integer.toUnsignedLong(fields.getInt(12));
    in.checkFormat(channels, rate);
    int shortBits = fields.get(28) & 0xF;
    int longBits = (fields.get(28) >> 4) & 0xF;
    if (shortBits < 6 || longBits > 13 || shortBits > longBits || (fields.get(29) & 1) == 0) {
      throw in.damaged("Vorbis header has blocks that cannot be");
    }
    return new VorbisHead(channels, (int) rate, 1 << shortBits, 1 << longBits);
  }
}
