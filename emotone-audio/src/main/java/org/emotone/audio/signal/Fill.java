package org.emotone.audio.signal;

/** What stands where a waveform has no samples of its own. */
public enum Fill {
  /** Silence. */
  ZERO,

  /** The waveform mirrored at its first and last sample, which are not doubled. */
  REFLECT,

  /** The waveform again and again. */
  REPEAT;

  /**
   * The sample of the waveform that stands at a place.
   *
   * @param place relative to the first sample, also negative
   * @param length of the waveform, positive
   * @return an index, or −1 for silence
   */
  int source(long place, int length) {
    return switch (this) {
      case ZERO -> place >= 0 && place < length ? (int) place : -1;
      case REPEAT -> (int) Math.floorMod(place, (long) length);
      case REFLECT -> {
        long period = Math.max(1, 2L * (length - 1));
        long within = Math.floorMod(place, period);
        yield (int) Math.min(within, period - within);
      }
    };
  }
}
