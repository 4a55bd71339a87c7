package org.emotone.audio.codec.flac;

/** The two checksums of a frame (RFC 9639, 9.1.8 and 9.3), both starting from 0. */
final class Crc {
  private static final int[] CRC8 = new int[256];
  private static final int[] CRC16 = new int[256];

  static {
    for (int value = 0; value < 256; value++) {
      int crc8 = value;
      int crc16 = value << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc8 = (crc8 << 1) ^ ((crc8 & 0x80) != 0 ? 0x07 : 0);
        crc16 = (crc16 << 1) ^ ((crc16 & 0x8000) != 0 ? 0x8005 : 0);
      }
      CRC8[value] = crc8 & 0xFF;
      CRC16[value] = crc16 & 0xFFFF;
    }
  }

  private Crc() {}

  static int add8(int crc, int value) {
    return CRC8[crc ^ value];
  }

  static int sum16(int crc, byte[] bytes, int from, int to) {
    int sum = crc;
    for (int i = from; i < to; i++) {
      sum = ((sum << 8) & 0xFFFF) ^ CRC16[(sum >> 8) ^ (bytes[i] & 0xFF)];
    }
    return sum;
  }
}
