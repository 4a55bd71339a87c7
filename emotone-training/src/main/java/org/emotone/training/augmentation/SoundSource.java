package org.emotone.training.augmentation;

import java.io.IOException;
import org.emotone.audio.Waveform;
import org.emotone.corpus.Utterance;

/** Gives the sound of clips at the rate of a front-end; used by several threads. */
@FunctionalInterface
public interface SoundSource {

  /**
   * The sound of a clip.
   *
   * @throws IOException if it cannot be read; the message is for the user
   */
  Waveform of(Utterance clip) throws IOException;
}
