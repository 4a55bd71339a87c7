package org.emotone.audio.codec.vorbis;

import org.emotone.audio.DamagedAudioException;

/**
 * The size of a codebook (Vorbis I, 3.2.1).
 *
 * @param dimensions values of an entry
 * @param entries entries
 */
record Codebook(int dimensions, int entries) {
  private static final int SYNC = 0x564342;

  /** Values of the largest codebook that is accepted; libvorbis has up to 26 thousand. */
  private static final long MAX_VALUES = 1 << 19;

  /** Passes over a codebook. */
  static Codebook read(SetupBits bits) throws DamagedAudioException {
    if (bits.take(24) != SYNC) {
      throw bits.wrong("has no codebook where one should begin");
    }
    int dimensions = bits.take(16);
    int entries = bits.take(24);
    if (dimensions == 0 || entries == 0 || (long) dimensions * entries > MAX_VALUES) {
      throw bits.wrong("has a codebook of %d × %d values".formatted(entries, dimensions));
    }
    passLengths(bits, entries);
    int lookup = bits.take(4);
    if (lookup > 2) {
      throw bits.wrong("has a codebook of kind %d, which cannot be".formatted(lookup));
    }
    if (lookup > 0) {
      bits.pass(64);
      int width = bits.take(4) + 1;
      bits.pass(1);
      long values = lookup == 1 ? perDimension(entries, dimensions) : (long) entries * dimensions;
      bits.pass(values * width);
    }
    return new Codebook(dimensions, entries);
  }

  private static void passLengths(SetupBits bits, int entries) throws DamagedAudioException {
    if (bits.flag()) {
      bits.pass(5);
      for (int done = 0; done < entries; ) {
        int more = bits.take(SetupBits.width(entries - done));
        if (more > entries - done) {
          throw bits.wrong("has a codebook with too many lengths");
        }
        done += more;
      }
      return;
    }
    boolean sparse = bits.flag();
    for (int i = 0; i < entries; i++) {
      if (!sparse || bits.flag()) {
        bits.pass(5);
      }
    }
  }

  /** The largest number whose power to the dimensions is not above the entries. */
  private static long perDimension(int entries, int dimensions) {
    long values = 1;
    while (Math.pow((double) values + 1, dimensions) <= entries) {
      values++;
    }
    return values;
  }
}
