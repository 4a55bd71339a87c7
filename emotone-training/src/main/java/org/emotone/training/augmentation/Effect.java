package org.emotone.training.augmentation;

import java.util.function.UnaryOperator;
import org.emotone.audio.Waveform;

/**
 * An augmentation of sound whose values are drawn.
 *
 * @param words what it does, such as {@code pitch +1.3 semitones}
 * @param change does it; the given waveform is not changed
 */
public record Effect(String words, UnaryOperator<Waveform> change) {

  /** The changed clip. */
  public Waveform apply(Waveform clip) {
    return change.apply(clip);
  }
}
