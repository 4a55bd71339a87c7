package org.emotone.training.robustness;

import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.emotone.training.augmentation.SoundAugmentation;

/** What is done to a clip; the given waveform is not changed. */
@FunctionalInterface
interface Change {

  /**
   * The changed clip.
   *
   * @param random draws what is left to chance; the same state, the same result
   */
  Waveform of(Original clip, SplittableRandom random);

  /** An augmentation. */
  static Change by(SoundAugmentation augmentation) {
    return (clip, random) -> augmentation.draw(random).apply(clip.sound());
  }
}
