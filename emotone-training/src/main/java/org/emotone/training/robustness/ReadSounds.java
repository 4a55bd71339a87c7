package org.emotone.training.robustness;

import java.io.IOException;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Resampler;
import org.emotone.corpus.Segment;
import org.emotone.corpus.Utterance;
import org.jspecify.annotations.Nullable;

/**
 * Reads clips.
 *
 * @param sampleRate that they are brought to, in Hz
 */
record ReadSounds(int sampleRate) {

  /** The sound of a clip, null if it cannot be read. */
  @Nullable Waveform of(Utterance clip) {
    try {
      Segment part = clip.segment();
      Waveform file = Audio.read(clip.path());
      return Resampler.resample(part == null ? file : part.of(file), sampleRate);
    } catch (IOException e) {
      return null;
    }
  }
}
