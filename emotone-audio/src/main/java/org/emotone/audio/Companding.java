package org.emotone.audio;

/**
 * The amplitudes of the 256 codes of each law of ITU-T G.711 (1988), scaled so that 16-bit full
 * scale is 1, as the reference software of ITU-T G.191 and every common tool do.
 */
final class Companding {
  /** A-law: 13-bit amplitudes in the upper bits of 16. */
  static final float[] ALAW = new float[256];

  /** µ-law: 14-bit amplitudes in the upper bits of 16. */
  static final float[] ULAW = new float[256];

  private static final int ULAW_BIAS = 33;

  static {
    for (int code = 0; code < 256; code++) {
      ALAW[code] = alaw(code ^ 0x55) * 0x1p-15f;
      ULAW[code] = ulaw(~code) * 0x1p-15f;
    }
  }

  private Companding() {}

  private static int alaw(int code) {
    int segment = code >> 4 & 7;
    int step = code & 0xF;
    int magnitude = segment == 0 ? 2 * step + 1 : (2 * step + 33) << (segment - 1);
    return (code & 0x80) != 0 ? magnitude << 3 : -magnitude << 3;
  }

  private static int ulaw(int code) {
    int magnitude = ((2 * (code & 0xF) + ULAW_BIAS) << (code >> 4 & 7)) - ULAW_BIAS;
    return (code & 0x80) != 0 ? -magnitude << 2 : magnitude << 2;
  }
}
