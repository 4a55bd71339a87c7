package org.emotone.training.augmentation;

import java.util.SplittableRandom;

/** What is done to the waveform of a clip, before the front-end. */
public sealed interface SoundAugmentation extends Augmentation
    permits AddNoise,
        RecordedNoise,
        Background,
        Babble,
        Shift,
        Roll,
        Pitch,
        Stretch,
        Speed,
        Gain,
        Polarity,
        Vtlp,
        Reverb,
        BandLimit,
        Phone,
        Codec,
        Clipping,
        Gaps {

  /** Draws its values; the same state of the generator, the same effect. */
  Effect draw(SplittableRandom random);
}
