package org.emotone.audio.codec.mp3;

import org.jspecify.annotations.Nullable;

/**
 * The four bytes before each frame (ISO/IEC 11172-3, 2.4.1.3; ISO/IEC 13818-3; MPEG 2.5 is a common
 * extension).
 *
 * @param version 1 or 2; 3 stands for MPEG 2.5
 * @param layer 1 to 3
 * @param bitRate bits per second
 * @param sampleRate frames per second in Hz
 * @param padded whether the frame has one more slot
 * @param channels 1 or 2
 */
record FrameHeader(
    int version, int layer, int bitRate, int sampleRate, boolean padded, int channels) {
  /** Bytes of a header. */
  static final int BYTES = 4;

  /** /** In kbit/s by version (1, or 2 and 2.5), layer and index. */
  private static final int[][][] BIT_RATES = {
    {
      {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
      {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
      {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}
    },
    {
      {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
      {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
      {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    }
  };

  private static final int[] RATES = {44_100, 48_000, 32_000};

  /**
   * Reads a header, or says null where these bytes are none. A frame without a bit rate counts as
   * none.
   */
  static @Nullable FrameHeader of(byte[] bytes, int at) {
    if (bytes.length - at < BYTES || bytes[at] != (byte) 0xFF || (bytes[at + 1] & 0xE0) != 0xE0) {
      return null;
    }
    int versionBits = (bytes[at + 1] >> 3) & 3;
    int layer = 4 - ((bytes[at + 1] >> 1) & 3);
    int bitRateIndex = (bytes[at + 2] >> 4) & 0xF;
    int rateIndex = (bytes[at + 2] >> 2) & 3;
    boolean emphasisReserved = (bytes[at + 3] & 3) == 2;
    if (versionBits == 1
        || layer == 4
        || bitRateIndex == 0
        || bitRateIndex == 15
        || rateIndex == 3
        || emphasisReserved) {
      return null;
    }
    int version = versionBits == 3 ? 1 : versionBits == 2 ? 2 : 3;
    int bitRate = BIT_RATES[version == 1 ? 0 : 1][layer - 1][bitRateIndex] * 1000;
    int channels = (bytes[at + 3] & 0xC0) == 0xC0 ? 1 : 2;
    boolean padded = (bytes[at + 2] & 2) != 0;
    return new FrameHeader(
        version, layer, bitRate, RATES[rateIndex] >> (version - 1), padded, channels);
  }

  /** Samples of each channel in a frame. */
  int samples() {
    if (layer == 1) {
      return 384;
    }
    return layer == 3 && version > 1 ? 576 : 1152;
  }

  /** Bytes of the frame, the header among them. */
  int frameBytes() {
    int slot = layer == 1 ? 4 : 1;
    return (samples() / 8 / slot * bitRate / sampleRate + (padded ? 1 : 0)) * slot;
  }

  /** Bytes of the side information of layer III, behind the header. */
  int sideBytes() {
    if (version == 1) {
      return channels == 1 ? 17 : 32;
    }
    return channels == 1 ? 9 : 17;
  }

  /** Whether a frame with the other header can belong to the same stream. */
  boolean goesWith(FrameHeader other) {
    return version == other.version
        && layer == other.layer
        && sampleRate == other.sampleRate
        && channels == other.channels;
  }
}
