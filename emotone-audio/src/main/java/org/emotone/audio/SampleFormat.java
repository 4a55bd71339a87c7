package org.emotone.audio;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Locale;

/**
 * How uncompressed samples lie in bytes. Integers are scaled to −1 … 1 by their full scale;
 * floating-point numbers are taken as they are.
 */
public enum SampleFormat {
  /** Unsigned 8-bit integers, 128 is silence. */
  U8(1),
  /** Signed 8-bit integers. */
  S8(1),
  /** 16-bit integers, little-endian. */
  S16LE(2),
  /** 16-bit integers, big-endian. */
  S16BE(2),
  /** 24-bit integers in three bytes, little-endian. */
  S24LE(3),
  /** 24-bit integers in three bytes, big-endian. */
  S24BE(3),
  /** 32-bit integers, little-endian. */
  S32LE(4),
  /** 32-bit integers, big-endian. */
  S32BE(4),
  /** 32-bit floating-point numbers, little-endian. */
  F32LE(4),
  /** 32-bit floating-point numbers, big-endian. */
  F32BE(4),
  /** 64-bit floating-point numbers, little-endian. */
  F64LE(8),
  /** 64-bit floating-point numbers, big-endian. */
  F64BE(8),
  /** A-law of ITU-T G.711, 8 bits. */
  ALAW(1),
  /** µ-law of ITU-T G.711, 8 bits. */
  ULAW(1);

  private static final VarHandle SHORTS_LE = view(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORTS_BE = view(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS_LE = view(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS_BE = view(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle FLOATS_LE = view(float[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FLOATS_BE = view(float[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle DOUBLES_LE = view(double[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle DOUBLES_BE = view(double[].class, ByteOrder.BIG_ENDIAN);

  private final int bytes;

  SampleFormat(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one sample. */
  public int bytes() {
    return bytes;
  }

  /** What users call it, the name that FFmpeg gives it: {@code s16le}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether samples are floating-point numbers, which may be no number at all. */
  public boolean floating() {
    return name().startsWith("F");
  }

  /** How {@link AudioProperties#codec()} calls it. */
  public String codec() {
    return switch (this) {
      case ALAW -> "A-law";
      case ULAW -> "µ-law";
      default -> floating() ? "IEEE float" : "PCM";
    };
  }

  /**
   * Converts samples.
   *
   * @param from encoded samples from index 0 on
   * @param to receives amplitudes from {@code offset} on
   * @param count samples to convert
   */
  public void decode(byte[] from, float[] to, int offset, int count) {
    switch (this) {
      case S16LE -> {
        for (int i = 0; i < count; i++) {
          to[offset + i] = (short) SHORTS_LE.get(from, 2 * i) * 0x1p-15f;
        }
      }
      case F32LE -> {
        for (int i = 0; i < count; i++) {
          to[offset + i] = (float) FLOATS_LE.get(from, 4 * i);
        }
      }
      case ALAW -> decode(from, to, offset, count, Companding.ALAW);
      case ULAW -> decode(from, to, offset, count, Companding.ULAW);
      default -> {
        for (int i = 0; i < count; i++) {
          to[offset + i] = sample(from, i * bytes);
        }
      }
    }
  }

  private static void decode(byte[] from, float[] to, int offset, int count, float[] table) {
    for (int i = 0; i < count; i++) {
      to[offset + i] = table[from[i] & 0xFF];
    }
  }

  private float sample(byte[] from, int at) {
    return switch (this) {
      case U8 -> ((from[at] & 0xFF) - 128) * 0x1p-7f;
      case S8 -> from[at] * 0x1p-7f;
      case S16LE -> (short) SHORTS_LE.get(from, at) * 0x1p-15f;
      case S16BE -> (short) SHORTS_BE.get(from, at) * 0x1p-15f;
      case S24LE -> s24(from[at + 2], from[at + 1], from[at]);
      case S24BE -> s24(from[at], from[at + 1], from[at + 2]);
      case S32LE -> (int) INTS_LE.get(from, at) * 0x1p-31f;
      case S32BE -> (int) INTS_BE.get(from, at) * 0x1p-31f;
      case F32LE -> (float) FLOATS_LE.get(from, at);
      case F32BE -> (float) FLOATS_BE.get(from, at);
      case F64LE -> (float) (double) DOUBLES_LE.get(from, at);
      case F64BE -> (float) (double) DOUBLES_BE.get(from, at);
      case ALAW -> Companding.ALAW[from[at] & 0xFF];
      case ULAW -> Companding.ULAW[from[at] & 0xFF];
    };
  }

  private static float s24(byte high, byte middle, byte low) {
    return ((high << 16) | ((middle & 0xFF) << 8) | (low & 0xFF)) * 0x1p-23f;
  }

  private static VarHandle view(Class<?> array, ByteOrder order) {
    return MethodHandles.byteArrayViewVarHandle(array, order);
  }
}
