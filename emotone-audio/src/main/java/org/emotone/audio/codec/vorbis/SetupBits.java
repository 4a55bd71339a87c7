package org.emotone.audio.codec.vorbis;

import org.emotone.audio.AudioSource;
import org.emotone.audio.DamagedAudioException;
import org.emotone.audio.UnsupportedAudioException;

/** Reads numbers least significant bit first (Vorbis I, 2.1.4). */
final class SetupBits {
  private final AudioSource in;
  private final byte[] data;
  private long position;

  /** Begins at a bit. */
  SetupBits(AudioSource in, byte[] data, long position) {
    this.in = in;
    this.data = data;
    this.position = position;
  }

  /** An unsigned number of up to 31 bits. */
  int take(int bits) throws DamagedAudioException {
    require(bits);
    int value = 0;
    for (int i = 0; i < bits; i++, position++) {
      value |= ((data[(int) (position >> 3)] >> (position & 7)) & 1) << i;
    }
    return value;
  }

  boolean flag() throws DamagedAudioException {
    return take(1) == 1;
  }

  /** Passes over bits, which must be there. */
  void pass(long bits) throws DamagedAudioException {
    require(bits);
    position += bits;
  }

  private void require(long bits) throws DamagedAudioException {
    if (position + bits > data.length * 8L) {
      throw wrong("ends too early");
    }
  }

  /** Bits that it takes to write a number: 0 for 0. */
  static int width(int number) {
    return 32 - Integer.numberOfLeadingZeros(number);
  }

  /** The setup header is not as it must be. */
  DamagedAudioException wrong(String what) {
    return in.damaged("Vorbis setup " + what);
  }

  /** The setup header is right, but cannot be used. */
  UnsupportedAudioException unsupported(String what) {
    return in.unsupported("Vorbis setup " + what);
  }

  /** Refuses a number that is not below a limit. */
  void below(int number, int limit, String what) throws DamagedAudioException {
    if (number >= limit) {
      throw wrong("names a %s that there is not".formatted(what));
    }
  }
}
