package org.emotone.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The identification header of Opus in Ogg (RFC 7845, 5.1).
 *
 * @param channels 1 or 2
 * @param preSkip samples at 48 kHz to drop from the beginning of what is decoded
 * @param gain factor for the decoded samples
 */
record OpusHead(int channels, int preSkip, float gain) {
  private static final int MIN_BYTES = 19;

  /** Reads the first packet of an Ogg stream. */
  static OpusHead of(Source in, byte[] data, int start, int length) throws AudioException {
    String head = new String(data, start, Math.min(length, 8), StandardCharsets.ISO_8859_1);
    if (!head.equals("OpusHead")) {
      throw new UnsupportedAudioException(
          "%s: Ogg holds %s; only Opus is supported in Ogg: convert it first"
              .formatted(in.name(), codec(head)));
    }
    ByteBuffer fields = ByteBuffer.wrap(data, start, length).slice().order(ByteOrder.LITTLE_ENDIAN);
    if (length < MIN_BYTES) {
      throw new DamagedAudioException(
          "%s: Opus header has %d bytes, expected at least %d"
              .formatted(in.name(), length, MIN_BYTES));
    }
    if ((fields.get(8) & 0xF0) != 0) {
      throw new UnsupportedAudioException(
          "%s: Opus header of version %d, supported are 0 to 15"
              .formatted(in.name(), fields.get(8) & 0xFF));
    }
    int channels = fields.get(9) & 0xFF;
    int family = fields.get(18) & 0xFF;
    if (family != 0) {
      throw new UnsupportedAudioException(
          "%s: Opus with %d channels in mapping family %d; only mono and stereo are supported"
              .formatted(in.name(), channels, family));
    }
    if (channels > 2) {
      throw new DamagedAudioException(
          "%s: Opus says %d channels where at most 2 are possible".formatted(in.name(), channels));
    }
    in.limits().checkFormat(in.name(), channels, OpusStream.RATE);
    int preSkip = Short.toUnsignedInt(fields.getShort(10));
    // Q7.8 in dB, as a factor on amplitudes.
    float gain = (float) Math.pow(10, fields.getShort(16) / (20.0 * 256));
    return new OpusHead(channels, preSkip, gain);
  }

  private static String codec(String head) {
    if (head.startsWith("\u0001vorbis")) {
      return "Vorbis";
    }
    if (head.startsWith("\u007fFLAC")) {
      return "FLAC";
    }
    if (head.startsWith("Speex")) {
      return "Speex";
    }
    return head.startsWith("\u0080theora") ? "Theora video" : "an unknown codec";
  }
}
