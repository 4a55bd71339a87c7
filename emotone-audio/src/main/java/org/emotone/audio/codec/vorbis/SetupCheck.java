package org.emotone.audio.codec.vorbis;

import org.emotone.audio.AudioException;

/**
 * Reads a setup header (Vorbis I, 4.2.4) to its end and refuses what would lead JOrbis to take
 * memory or time without bounds, or to reach beyond its arrays.
 */
final class SetupCheck {
  /** Points of a floor, of which two are implied (Vorbis I, 7.2.2). */
  private static final int MAX_POINTS = 63;

  private final SetupBits bits;
  private final int channels;
  private final int longBlock;
  private Codebook[] books = new Codebook[0];

  private SetupCheck(SetupBits bits, int channels, int longBlock) {
    this.bits = bits;
    this.channels = channels;
    this.longBlock = longBlock;
  }

  /**
   * Checks a header from behind its first seven bytes.
   *
   * @param longBlock samples of a long block
   * @return for each mode, whether its blocks are long
   */
  static boolean[] modes(SetupBits bits, int channels, int longBlock) throws AudioException {
    return new SetupCheck(bits, channels, longBlock).read();
  }

  private boolean[] read() throws AudioException {
    books = new Codebook[bits.take(8) + 1];
    for (int i = 0; i < books.length; i++) {
      books[i] = Codebook.read(bits);
    }
    for (int i = bits.take(6); i >= 0; i--) {
      if (bits.take(16) != 0) {
        throw bits.wrong("has a time transform");
      }
    }
    int floors = bits.take(6) + 1;
    for (int i = 0; i < floors; i++) {
      floor();
    }
    int residues = bits.take(6) + 1;
    for (int i = 0; i < residues; i++) {
      residue();
    }
    int mappings = bits.take(6) + 1;
    for (int i = 0; i < mappings; i++) {
      mapping(floors, residues);
    }
    return modes(mappings);
  }

  private void floor() throws AudioException {
    int type = bits.take(16);
    if (type == 0) {
      floorOfCurve();
    } else if (type == 1) {
      floorOfLines();
    } else {
      throw bits.wrong("has a floor of kind %d, which cannot be".formatted(type));
    }
  }

  private void floorOfCurve() throws AudioException {
    int order = bits.take(8);
    int rate = bits.take(16);
    int map = bits.take(16);
    bits.pass(14);
    if (order == 0 || rate == 0 || map == 0) {
      throw bits.wrong("has a floor without order, rate or map");
    }
    for (int i = bits.take(4); i >= 0; i--) {
      book();
    }
  }

  private void floorOfLines() throws AudioException {
    int[] partitions = new int[bits.take(5)];
    int classes = 0;
    for (int i = 0; i < partitions.length; i++) {
      partitions[i] = bits.take(4);
      classes = Math.max(classes, partitions[i] + 1);
    }
    int[] dimensions = new int[classes];
    for (int i = 0; i < classes; i++) {
      dimensions[i] = bits.take(3) + 1;
      int subclasses = bits.take(2);
      if (subclasses > 0) {
        book();
      }
      for (int k = 0; k < 1 << subclasses; k++) {
        bits.below(bits.take(8), books.length + 1, "codebook");
      }
    }
    bits.pass(2);
    int width = bits.take(4);
    int points = 0;
    for (int partition : partitions) {
      points += dimensions[partition];
    }
    if (points > MAX_POINTS) {
      throw bits.wrong("has a floor of %d points, possible are %d".formatted(points, MAX_POINTS));
    }
    bits.pass((long) points * width);
  }

  private void residue() throws AudioException {
    int type = bits.take(16);
    int begin = bits.take(24);
    int end = bits.take(24);
    int partition = bits.take(24) + 1;
    int classes = bits.take(6) + 1;
    Codebook phrases = book();
    boolean fits = begin <= end && end <= longBlock / 2 * (type == 2 ? channels : 1);
    if (type > 2 || !fits || partition > Math.max(1, end)) {
      throw bits.wrong(
          "has a residue of kind %d from %d to %d in steps of %d, which cannot be"
              .formatted(type, begin, end, partition));
    }
    if (Math.pow(classes, phrases.dimensions()) > phrases.entries()) {
      throw bits.wrong("has a residue with more classes than its codebook can say");
    }
    int coded = 0;
    for (int i = 0; i < classes; i++) {
      int passes = Integer.bitCount(bits.take(3));
      coded += passes + (bits.flag() ? Integer.bitCount(bits.take(5)) : 0);
    }
    for (int i = 0; i < coded; i++) {
      Codebook book = book();
      if (partition % book.dimensions() != 0) {
        throw bits.wrong("has a residue whose steps its codebook does not divide");
      }
    }
  }

  private Codebook book() throws AudioException {
    int book = bits.take(8);
    bits.below(book, books.length, "codebook");
    return books[book];
  }

  private void mapping(int floors, int residues) throws AudioException {
    if (bits.take(16) != 0) {
      throw bits.wrong("has a mapping of a kind that cannot be");
    }
    int submaps = bits.flag() ? bits.take(4) + 1 : 1;
    int steps = bits.flag() ? bits.take(8) + 1 : 0;
    int width = SetupBits.width(channels - 1);
    if (steps > 0 && width != SetupBits.width(channels) - 1) {
      throw bits.unsupported(
          "couples %d channels, of which JOrbis can read 1, 2, 4 and 8".formatted(channels));
    }
    for (int i = 0; i < steps; i++) {
      int magnitude = bits.take(width);
      int angle = bits.take(width);
      bits.below(Math.max(magnitude, angle), channels, "channel");
      if (magnitude == angle) {
        throw bits.wrong("couples a channel with itself");
      }
    }
    if (bits.take(2) != 0) {
      throw bits.wrong("has a mapping that cannot be");
    }
    for (int i = 0; i < channels && submaps > 1; i++) {
      bits.below(bits.take(4), submaps, "submap");
    }
    for (int i = 0; i < submaps; i++) {
      bits.pass(8);
      bits.below(bits.take(8), floors, "floor");
      bits.below(bits.take(8), residues, "residue");
    }
  }

  private boolean[] modes(int mappings) throws AudioException {
    boolean[] modes = new boolean[bits.take(6) + 1];
    for (int i = 0; i < modes.length; i++) {
      modes[i] = bits.flag();
      if (bits.take(32) != 0) {
        throw bits.wrong("has a mode with another window or transform");
      }
      bits.below(bits.take(8), mappings, "mapping");
    }
    if (!bits.flag()) {
      throw bits.wrong("ends without its last bit");
    }
    return modes;
  }
}
