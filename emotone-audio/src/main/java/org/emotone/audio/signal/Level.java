package org.emotone.audio.signal;

import org.emotone.audio.Waveform;

/**
 * How loud a waveform is by its amplitudes alone; {@link Loudness} says how loud it sounds.
 *
 * @param peakDb its largest amplitude in dB relative to full scale, −∞ for digital silence
 * @param rmsDb the root of its mean square in dB relative to full scale: −3.01 for a full-scale
 *     sine, −∞ for digital silence
 */
public record Level(double peakDb, double rmsDb) {

  /** Measures; a waveform without samples is silent. */
  public static Level of(Waveform waveform) {
    float peak = 0;
    for (float sample : waveform.samples()) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return new Level(20 * Math.log10(peak), 10 * Math.log10(power(waveform.samples())));
  }

  /** Mean square; 0 of nothing. */
  static double power(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += (double) sample * sample;
    }
    return samples.length == 0 ? 0 : sum / samples.length;
  }

  /** A waveform whose amplitudes are multiplied by a gain in dB; nothing is clipped. */
  public static Waveform gain(Waveform waveform, double db) {
    double factor = Math.pow(10, db / 20);
    float[] samples = waveform.samples().clone();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (samples[i] * factor);
    }
    return new Waveform(samples, waveform.sampleRate());
  }

  /** A waveform whose amplitudes have the mean 0: what is left without a constant offset. */
  public static Waveform withoutOffset(Waveform waveform) {
    double sum = 0;
    for (float sample : waveform.samples()) {
      sum += sample;
    }
    double mean = sum / Math.max(1, waveform.length());
    float[] samples = waveform.samples().clone();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (samples[i] - mean);
    }
    return new Waveform(samples, waveform.sampleRate());
  }
}
