package org.emotone.audio.codec.opus;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.emotone.audio.AudioException;
import org.emotone.audio.AudioSource;

/**
 * The identification header of Opus, in Ogg and in Matroska (RFC 7845, 5.1).
 *
 * @param channels channels of the output
 * @param preSkip frames at 48 kHz to drop from the beginning of what is decoded
 * @param gain factor for the decoded samples
 * @param streams Opus streams in a packet
 * @param coupled how many of them, the first ones, are stereo
 * @param mapping for each output channel the decoded channel that it takes; 255 is silence
 */
record OpusHead(int channels, int preSkip, float gain, int streams, int coupled, short[] mapping) {
  private static final int MIN_BYTES = 19;
  private static final int MAPPING_AT = 21;

  static OpusHead of(AudioSource in, byte[] data, int start, int length) throws AudioException {
    if (length < MIN_BYTES) {
      throw in.damaged(
          "Opus header has %d bytes, expected at least %d".formatted(length, MIN_BYTES));
    }
    ByteBuffer fields = ByteBuffer.wrap(data, start, length).slice().order(ByteOrder.LITTLE_ENDIAN);
    if ((fields.get(8) & 0xF0) != 0) {
      throw in.unsupported(
          "Opus header of version %d, supported are 0 to 15".formatted(fields.get(8) & 0xFF));
    }
    int channels = fields.get(9) & 0xFF;
    in.checkFormat(channels, OpusPackets.RATE);
    int preSkip = Short.toUnsignedInt(fields.getShort(10));
    // Q7.8 in dB, as a factor on amplitudes.
    float gain = (float) Math.pow(10, fields.getShort(16) / (20.0 * 256));
    int family = fields.get(18) & 0xFF;
    if (family == 0) {
      return plain(in, channels, preSkip, gain);
    }
    if (family != 1 && family != 255) {
      throw in.unsupported(
          "Opus with %d channels in mapping family %d; supported are 0, 1 and 255"
              .formatted(channels, family));
    }
    return mapped(in, fields, channels, preSkip, gain);
  }

  private static OpusHead plain(AudioSource in, int channels, int preSkip, float gain)
      throws AudioException {
    if (channels > 2) {
      throw in.damaged("Opus says %d channels where at most 2 are possible".formatted(channels));
    }
    return new OpusHead(channels, preSkip, gain, 1, channels - 1, new short[] {0, 1});
  }

  private static OpusHead mapped(
      AudioSource in, ByteBuffer fields, int channels, int preSkip, float gain)
      throws AudioException {
    if (fields.capacity() < MAPPING_AT + channels) {
      throw in.damaged("Opus header ends within its channel mapping");
    }
    int streams = fields.get(19) & 0xFF;
    int coupled = fields.get(20) & 0xFF;
    boolean possible = streams >= 1 && coupled <= streams && streams + coupled <= 2 * channels;
    short[] mapping = new short[channels];
    for (int i = 0; i < channels; i++) {
      mapping[i] = (short) (fields.get(MAPPING_AT + i) & 0xFF);
      possible &= mapping[i] < streams + coupled || mapping[i] == 255;
    }
    if (!possible || streams + coupled > 255) {
      throw in.damaged(
          "Opus says %d streams, %d of them stereo, for %d channels in a mapping that cannot be"
              .formatted(streams, coupled, channels));
    }
    return new OpusHead(channels, preSkip, gain, streams, coupled, mapping);
  }
}
