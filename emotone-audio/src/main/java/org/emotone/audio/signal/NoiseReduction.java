package org.emotone.audio.signal;

import org.emotone.audio.Waveform;

/** A classical way to take noise out of speech; what it gains is measured in docs/audio.md. */
public sealed interface NoiseReduction permits SpectralGate, WienerFilter {

  /** The waveform with less noise, of the same length and rate, in step with the given one. */
  Waveform apply(Waveform noisy);
}
