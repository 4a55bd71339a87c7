package org.emotone.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds WAV files for tests, right and wrong ones. */
record WavFile(SampleFormat format, int channels, int sampleRate, double[] interleaved) {

  static WavFile mono(SampleFormat format, int sampleRate, double... samples) {
    return new WavFile(format, 1, sampleRate, samples);
  }

  /** A plain file: header, format, audio. */
  byte[] bytes() {
    return riff(chunk("fmt ", formatChunk()), chunk("data", data()));
  }

  /** The fields of the format chunk without an extension. */
  byte[] formatChunk() {
    int frameBytes = channels * format.bytes();
    return little(16)
        .putShort((short) (format.floating() ? 3 : 1))
        .putShort((short) channels)
        .putInt(sampleRate)
        .putInt(sampleRate * frameBytes)
        .putShort((short) frameBytes)
        .putShort((short) (format.bytes() * 8))
        .array();
  }

  /** The format chunk as WAVEFORMATEXTENSIBLE. */
  byte[] extensibleChunk() {
    byte[] chunk = Arrays.copyOf(formatChunk(), 40);
    byte[] guid = {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71};
    ByteBuffer.wrap(chunk)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(0, (short) 0xFFFE)
        .putShort(16, (short) 22)
        .putShort(18, (short) (format.bytes() * 8))
        .putShort(24, (short) (format.floating() ? 3 : 1))
        .put(26, guid);
    return chunk;
  }

  /** The samples as bytes; integers are rounded. */
  byte[] data() {
    byte[] bytes = new byte[interleaved.length * format.bytes()];
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (double sample : interleaved) {
      switch (format) {
        case U8 -> out.put((byte) (Math.round(sample * 128) + 128));
        case S16LE -> out.putShort((short) Math.round(sample * 32768));
        case S24LE -> {
          int value = (int) Math.round(sample * 8388608);
          out.putShort((short) value).put((byte) (value >> 16));
        }
        case S32LE -> out.putInt((int) Math.round(sample * 2147483648.0));
        case F32LE -> out.putFloat((float) sample);
        case F64LE -> out.putDouble(sample);
        default -> throw new IllegalArgumentException(format.id());
      }
    }
    return bytes;
  }

  static byte[] riff(byte[]... chunks) {
    byte[] body = join(chunks);
    return join(ascii("RIFF"), little(4).putInt(body.length + 4).array(), ascii("WAVE"), body);
  }

  /** A chunk with its true size, padded to an even length. */
  static byte[] chunk(String id, byte[] content) {
    return chunk(id, content, content.length);
  }

  static byte[] chunk(String id, byte[] content, long declaredSize) {
    byte[] size = little(4).putInt((int) declaredSize).array();
    return join(ascii(id), size, content, new byte[content.length & 1]);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
