package org.emotone.corpus.audit;

/**
 * How well two fingerprints agree when one is shifted against the other.
 *
 * @param bitError share of differing bits, 0 … 1; unrelated recordings have about 0.5
 * @param frames frames that were compared: those that are loud enough in both
 */
record Alignment(double bitError, int frames) {

  /** Nothing could be compared. */
  static final Alignment NONE = new Alignment(1, 0);

  /**
   * Compares two fingerprints.
   *
   * @param shift frame of {@code b} that lies on frame 0 of {@code a}; may be negative
   */
  static Alignment of(Fingerprint a, Fingerprint b, int shift) {
    int from = Math.max(0, -shift);
    int to = Math.min(a.frames(), b.frames() - shift);
    int frames = 0;
    int errors = 0;
    for (int frame = from; frame < to; frame++) {
      if (a.active(frame) && b.active(frame + shift)) {
        frames++;
        errors += Integer.bitCount(a.words()[frame] ^ b.words()[frame + shift]);
      }
    }
    return frames == 0 ? NONE : new Alignment(errors / (double) Integer.SIZE / frames, frames);
  }
}
