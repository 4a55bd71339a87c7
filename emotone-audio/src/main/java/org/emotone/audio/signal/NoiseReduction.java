package org.emotone.audio.signal;

import org.emotone.audio.Waveform;

/**
 * A way to take noise out of speech: by classical means, whose gain is in docs/audio.md, or by what
 * a network has learned, in docs/denoising.md.
 */
public sealed interface NoiseReduction
    permits SpectralGate, WienerFilter, SpectralMask, WindowedReduction {

  /** The waveform with less noise, of the same length and rate, in step with the given one. */
  Waveform apply(Waveform noisy);
}
