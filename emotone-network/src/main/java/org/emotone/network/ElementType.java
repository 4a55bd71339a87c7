package org.emotone.network;

import java.nio.ByteBuffer;

/** How a safetensors file stores a value; the names are those of the format. */
enum ElementType {
  F16(2) {
    @Override
    float read(ByteBuffer buffer) {
      return half(buffer.getShort());
    }
  },
  BF16(2) {
    @Override
    float read(ByteBuffer buffer) {
      return Float.intBitsToFloat(buffer.getShort() << 16);
    }
  },
  F32(4) {
    @Override
    float read(ByteBuffer buffer) {
      return buffer.getFloat();
    }
  },
  F64(8) {
    @Override
    float read(ByteBuffer buffer) {
      return (float) buffer.getDouble();
    }
  },
  I64(8) {
    @Override
    float read(ByteBuffer buffer) {
      return (float) buffer.getLong();
    }
  };

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Size of a value. */
  int bytes() {
    return bytes;
  }

  /** The next value of a little-endian buffer, rounded to the nearest float. */
  abstract float read(ByteBuffer buffer);

  /** IEEE 754 binary16: a sign, 5 bits of exponent (bias 15), 10 of mantissa. */
  private static float half(short bits) {
    int exponent = (bits >>> 10) & 0x1f;
    int mantissa = bits & 0x3ff;
    float magnitude =
        switch (exponent) {
          case 0 -> mantissa * 0x1p-24f;
          case 0x1f -> mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
          default -> Float.intBitsToFloat((exponent + 127 - 15) << 23 | mantissa << 13);
        };
    return bits < 0 ? -magnitude : magnitude;
  }
}
