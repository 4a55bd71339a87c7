package org.emotone.audio.codec.matroska;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.emotone.audio.AudioSource;
import org.emotone.audio.DamagedAudioException;

/**
 * An element in memory.
 *
 * @param id what it is, one of {@link Id} or something else
 * @param content its bytes
 */
record Element(int id, ByteBuffer content) {
  private static final int MAX_CHILDREN = 10_000;

  /** The elements that lie side by side in the content of another one. */
  static List<Element> children(AudioSource in, ByteBuffer content) throws DamagedAudioException {
    List<Element> children = new ArrayList<>();
    ByteBuffer rest = content.slice();
    while (rest.hasRemaining()) {
      int id = (int) number(in, rest, 4, true);
      long size = number(in, rest, 8, false);
      if (size < 0 || size > rest.remaining() || children.size() == MAX_CHILDREN) {
        throw in.damaged("Matroska has an element that is longer than what it lies in");
      }
      children.add(new Element(id, rest.slice(rest.position(), (int) size)));
      rest.position(rest.position() + (int) size);
    }
    return children;
  }

  /**
   * A number that says in its leading zeros how long it is (RFC 8794, 4).
   *
   * @param most bytes of the longest one
   * @param marked whether the bit that ends the zeros is part of the number
   * @return −1 where all bits are ones, which stands for an unknown size
   */
  static long number(AudioSource in, ByteBuffer bytes, int most, boolean marked)
      throws DamagedAudioException {
    int length = bytes.hasRemaining() ? length(bytes.get(bytes.position())) : 9;
    if (length > most || length > bytes.remaining()) {
      throw in.damaged("Matroska has a number that cannot be");
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = (value << 8) | (bytes.get() & 0xFF);
    }
    if (marked) {
      return value;
    }
    long ones = (1L << (7 * length)) - 1;
    return (value & ones) == ones ? -1 : value & ones;
  }

  /** Bytes of a number that begins with this one; 9 where none does. */
  static int length(byte first) {
    return Integer.numberOfLeadingZeros(first & 0xFF) - 23;
  }

  /** As an unsigned number of up to 8 bytes. */
  long unsigned() {
    long value = 0;
    for (int i = 0; i < Math.min(8, content.capacity()); i++) {
      value = (value << 8) | (content.get(i) & 0xFF);
    }
    return value;
  }

  /** As a number in two's complement of up to 8 bytes. */
  long signed() {
    int unused = 64 - 8 * Math.min(8, content.capacity());
    return unused == 64 ? 0 : unsigned() << unused >> unused;
  }

  /** As a floating-point number of 0, 4 or 8 bytes. */
  double floating() {
    return switch (content.capacity()) {
      case 4 -> content.getFloat(0);
      case 8 -> content.getDouble(0);
      default -> 0;
    };
  }

  /** As text. */
  String text() {
    return new String(bytes(), StandardCharsets.US_ASCII).replaceAll("[^ -~]", "");
  }

  /** A copy of the content. */
  byte[] bytes() {
    byte[] bytes = new byte[content.capacity()];
    content.get(0, bytes);
    return bytes;
  }
}
