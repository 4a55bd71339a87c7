package org.emotone.training.augmentation;

import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Level;
import org.emotone.audio.signal.Mixture;

/** Sums of clips and noise. */
final class Mixing {

  private Mixing() {}

  /** A clip with noise at a ratio in dB; unchanged where one of both is silent. */
  static Waveform atRatio(Waveform clip, Waveform noise, double snrDb, long seed) {
    return silent(clip) || silent(noise) ? clip : Mixture.of(clip, noise, snrDb, seed).waveform();
  }

  static boolean silent(Waveform clip) {
    return Level.of(clip).rmsDb() == Double.NEGATIVE_INFINITY;
  }

  /** A clip times a gain, plus noise of the same length times another. */
  static Waveform add(Waveform clip, double gain, Waveform noise, double share) {
    float[] sum = new float[clip.length()];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (gain * clip.samples()[i] + share * noise.samples()[i]);
    }
    return new Waveform(sum, clip.sampleRate());
  }
}
