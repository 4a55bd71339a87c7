package org.emotone.corpus.audit;

/**
 * What a recording sounds like, frame by frame, in a form that survives re-encoding.
 *
 * @param words one sub-fingerprint of 32 bits for each frame
 * @param levels how far each frame is below the loudest one, in dB, 0 … 127
 */
record Fingerprint(int[] words, byte[] levels) {

  /**
   * Frames quieter than this, in dB below the loudest, hold more of the room and the codec than of
   * the voice, and are not compared.
   */
  static final int ACTIVE_DB = 30;

  /** Of a clip that is not to be compared. */
  static final Fingerprint EMPTY = new Fingerprint(new int[0], new byte[0]);

  Fingerprint {
    if (words.length != levels.length) {
      throw new IllegalArgumentException(
          "%d words but %d levels".formatted(words.length, levels.length));
    }
  }

  int frames() {
    return words.length;
  }

  /** Whether a frame is loud enough to be compared. */
  boolean active(int frame) {
    return levels[frame] <= ACTIVE_DB;
  }

  /** How many frames are loud enough to be compared. */
  int activeFrames() {
    int active = 0;
    for (byte level : levels) {
      active += level <= ACTIVE_DB ? 1 : 0;
    }
    return active;
  }
}
