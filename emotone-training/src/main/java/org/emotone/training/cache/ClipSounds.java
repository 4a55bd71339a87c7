package org.emotone.training.cache;

import java.io.IOException;
import org.emotone.audio.Waveform;
import org.emotone.corpus.Utterance;

/**
 * Clips as a front-end hears them, decoded and resampled: read from the cache, which is cheaper
 * than to hold them all in memory, or decoded again. Used by several threads.
 */
public final class ClipSounds {

  private final ClipStages stages;

  ClipSounds(ClipStages stages) {
    this.stages = stages;
  }

  /**
   * The sound of a clip.
   *
   * @param digest of the clip, as {@link Features#digests} has it
   * @throws IOException if the clip cannot be decoded; the message is for the user
   */
  public Waveform of(Utterance clip, String digest) throws IOException {
    return stages.sound(clip, digest);
  }
}
