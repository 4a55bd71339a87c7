package org.emotone.cue;

import java.util.Optional;
import org.emotone.audio.Waveform;

/**
 * The cues of a clip.
 *
 * @param pitch median of the voiced frames, in semitones above 27.5 Hz
 * @param energy mean power of the voiced frames, in dB relative to full scale
 * @param rate syllable-like peaks of the intensity for each second of speech
 * @param tilt power from 1 to 5 kHz above that from 50 Hz to 1 kHz in the voiced frames, in dB
 */
public record VoiceCues(double pitch, double energy, double rate, double tilt) {

  /** The lowest note of a piano, above which openSMILE's GeMAPS count semitones, too. */
  private static final double REFERENCE_HZ = 27.5;

  /**
   * Measures a clip; empty where less than 0.2 s of it is voiced, of which nothing can be said.
   *
   * @param clip of any rate; its channel matters: a telephone has no tilt to speak of, and the
   *     energy depends on how far away the microphone was
   */
  public static Optional<VoiceCues> of(Waveform clip) {
    return new CueMeter(clip).measure();
  }

  /** The value of one. */
  public double get(Cue cue) {
    return switch (cue) {
      case PITCH -> pitch;
      case ENERGY -> energy;
      case RATE -> rate;
      case TILT -> tilt;
    };
  }

  /** A frequency in Hz as semitones above 27.5 Hz. */
  public static double semitones(double hz) {
    return 12 * Math.log(hz / REFERENCE_HZ) / Math.log(2);
  }
}
