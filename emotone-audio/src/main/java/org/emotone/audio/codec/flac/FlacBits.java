package org.emotone.audio.codec.flac;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.emotone.audio.AudioSource;

/**
 * Reads numbers of any width, most significant bit first, and computes the checksum of what was
 * read. Bits wait in a 64-bit word, left-aligned, so that most reads are two shifts.
 */
final class FlacBits {
  private static final int BUFFER_BYTES = 1 << 14;

  /** Bytes that may wait in the word and are not in the checksum yet. */
  private static final int WORD_BYTES = 8;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final AudioSource in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private long word;
  private int waiting;

  private int crc;
  private int crcFrom;

  FlacBits(AudioSource in) {
    this.in = in;
  }

  /** Whether nothing is left; between two frames. */
  boolean atEnd() throws IOException {
    return waiting == 0 && position == limit && !load();
  }

  /** The next byte without taking it; between two frames and not at the end. */
  int peekByte() throws IOException {
    refill(8);
    return (int) (word >>> 56);
  }

  /** An unsigned number of 1 to 32 bits. */
  long unsigned(int bits) throws IOException {
    if (waiting < bits) {
      refill(bits);
    }
    long value = word >>> (64 - bits);
    word <<= bits;
    waiting -= bits;
    return value;
  }

  /** An unsigned number of 1 to 31 bits. */
  int number(int bits) throws IOException {
    return (int) unsigned(bits);
  }

  /** A number in two's complement of 1 to 33 bits. */
  long signed(int bits) throws IOException {
    if (waiting < bits) {
      refill(bits);
    }
    long value = word >> (64 - bits);
    word <<= bits;
    waiting -= bits;
    return value;
  }

  /** The number of zeros before the next one, which is taken as well. */
  long zeros() throws IOException {
    long count = 0;
    while (true) {
      int zeros = Long.numberOfLeadingZeros(word);
      if (zeros < waiting) {
        word <<= zeros + 1;
        waiting -= zeros + 1;
        return count + zeros;
      }
      count += waiting;
      word <<= waiting;
      waiting = 0;
      refill(1);
    }
  }

  /**
   * Numbers in Rice code (RFC 9639, 9.2.7.2).
   *
   * @return false if one of them does not fit into 32 bits
   */
  boolean rice(int[] values, int from, int to, int parameter) throws IOException {
    for (int i = from; i < to; i++) {
      long value = zeros() << parameter;
      if (parameter > 0) {
        value |= unsigned(parameter);
      }
      if (value >>> 32 != 0) {
        return false;
      }
      values[i] = (int) (value >>> 1) ^ -(int) (value & 1);
    }
    return true;
  }

  /** Passes over what is left of the current byte. */
  void align() {
    int rest = waiting & 7;
    word <<= rest;
    waiting -= rest;
  }

  /** Begins a checksum with the next byte. */
  void beginCrc() {
    crc = 0;
    crcFrom = position - waiting / 8;
  }

  /** The 16-bit checksum of all bytes since {@link #beginCrc}. */
  int crc() {
    sum(position - waiting / 8);
    return crc;
  }

  private void sum(int to) {
    crc = Crc.sum16(crc, buffer, crcFrom, to);
    crcFrom = to;
  }

  private void refill(int bits) throws IOException {
    if (limit - position >= WORD_BYTES) {
      // Bits beyond those counted are those that the next refill puts in the same place.
      word |= (long) LONGS.get(buffer, position) >>> waiting;
      int bytes = (63 - waiting) >> 3;
      position += bytes;
      waiting += bytes * 8;
      return;
    }
    while (waiting < bits) {
      if (position == limit && !load()) {
        throw new FlacEnd();
      }
      word |= (buffer[position++] & 0xFFL) << (56 - waiting);
      waiting += 8;
    }
  }

  /** Loads more bytes behind the last ones, which may still be wanted for the checksum. */
  private boolean load() throws IOException {
    int kept = Math.min(WORD_BYTES, position);
    int from = position - kept;
    if (crcFrom < from) {
      sum(from);
    }
    System.arraycopy(buffer, from, buffer, 0, kept);
    crcFrom = Math.max(0, crcFrom - from);
    position = kept;
    limit = kept;
    int got = in.read(buffer, kept, BUFFER_BYTES - kept);
    limit += Math.max(0, got);
    return got > 0;
  }
}
