package org.emotone;

/** Hears how far the reading of a recording has come. */
@FunctionalInterface
public interface HearingListener {

  /** Hears nothing. */
  HearingListener NONE = (seconds, total) -> {};

  /**
   * Some more was read, about once for each second of audio.
   *
   * @param seconds of audio that were read so far
   * @param total seconds of the whole recording, not a number where only reading will tell
   */
  void heard(double seconds, double total);
}
