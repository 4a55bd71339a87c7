package org.emotone.audio;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** How uncompressed samples lie in bytes, little-endian; integers are scaled to −1 … 1. */
enum SampleFormat {
  /** Unsigned, 128 is silence. */
  U8(1),
  S16(2),
  S24(3),
  S32(4),
  F32(4),
  F64(8);

  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle FLOATS = view(float[].class);
  private static final VarHandle DOUBLES = view(double[].class);

  private final int bytes;

  SampleFormat(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one sample. */
  int bytes() {
    return bytes;
  }

  /** Whether samples are floating-point numbers, which may be no number at all. */
  boolean floating() {
    return this == F32 || this == F64;
  }

  /** Converts {@code count} samples from the start of {@code from}. */
  void decode(byte[] from, float[] to, int offset, int count) {
    for (int i = 0; i < count; i++) {
      to[offset + i] = sample(from, i * bytes);
    }
  }

  private float sample(byte[] from, int at) {
    return switch (this) {
      case U8 -> ((from[at] & 0xFF) - 128) * 0x1p-7f;
      case S16 -> (short) SHORTS.get(from, at) * 0x1p-15f;
      case S24 -> (from[at + 2] << 16 | (from[at + 1] & 0xFF) << 8 | (from[at] & 0xFF)) * 0x1p-23f;
      case S32 -> (int) INTS.get(from, at) * 0x1p-31f;
      case F32 -> (float) FLOATS.get(from, at);
      case F64 -> (float) (double) DOUBLES.get(from, at);
    };
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }
}
