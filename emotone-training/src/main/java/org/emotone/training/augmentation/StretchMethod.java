package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.audio.Waveform;
import org.emotone.features.effect.PhaseVocoder;
import org.emotone.features.effect.Wsola;
import org.emotone.features.spectral.Stft;

/** How tempo is changed without pitch, or pitch without tempo. */
public enum StretchMethod {
  /** Pieces of the waveform, {@link Wsola#SPEECH}: quick, and clear for a single voice. */
  @JsonProperty("wsola")
  WSOLA,
  /** {@link PhaseVocoder}, as librosa and so most published systems: slower, a little smeared. */
  @JsonProperty("phaseVocoder")
  PHASE_VOCODER;

  /** A window of a phase vocoder spans two periods of a low voice, in seconds. */
  private static final double WINDOW = 0.04;

  Waveform stretch(Waveform clip, double rate) {
    return this == WSOLA ? Wsola.SPEECH.stretch(clip, rate) : vocoder(clip).stretch(clip, rate);
  }

  Waveform shift(Waveform clip, double semitones) {
    return this == WSOLA
        ? Wsola.SPEECH.shift(clip, semitones)
        : vocoder(clip).shift(clip, semitones);
  }

  private static PhaseVocoder vocoder(Waveform clip) {
    int size = 2 * Integer.highestOneBit((int) Math.max(32, WINDOW * clip.sampleRate() - 1));
    return new PhaseVocoder(Stft.of(size, size / 4));
  }
}
