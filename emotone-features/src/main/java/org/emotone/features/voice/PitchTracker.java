package org.emotone.features.voice;

import org.emotone.audio.Waveform;

/** A way to find the pitch of a voice over time, with its parameters. */
public sealed interface PitchTracker permits Yin, Pyin {

  /**
   * Follows the pitch of a clip.
   *
   * @throws IllegalArgumentException if the clip is empty, holds a sample that is not finite, or
   *     has a rate that does not fit the parameters
   */
  PitchTrack track(Waveform waveform);
}
