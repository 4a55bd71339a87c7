package org.emotone.audio.signal;

import java.util.List;
import java.util.Random;
import org.emotone.audio.Waveform;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Noise of several colours, at a level of −20 dB (RMS, full scale); the same seed, the same noise.
 */
public final class Noise {
  private static final double LEVEL_DB = -20;

  /** Pink noise is flat below this, in Hz. */
  private static final double LOWEST_HZ = 20;

  private Noise() {}

  /** Gaussian noise of equal power at all frequencies. */
  public static Waveform white(int samples, int sampleRate, long seed) {
    Random random = new Random(seed);
    float[] noise = new float[samples];
    for (int i = 0; i < samples; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    return levelled(noise, sampleRate);
  }

  /** Gaussian noise of equal power in every octave from 20 Hz on: 3 dB less for each. */
  public static Waveform pink(int samples, int sampleRate, long seed) {
    int length = Math.max(2, Integer.highestOneBit(Math.max(1, samples - 1)) << 1);
    double[] spectrum = new double[length];
    float[] white = white(length, sampleRate, seed).samples();
    for (int i = 0; i < length; i++) {
      spectrum[i] = white[i];
    }
    DoubleFFT_1D fft = new DoubleFFT_1D(length);
    fft.realForward(spectrum);
    for (int i = 2; i < length; i++) {
      double hz = (double) (i - i % 2) / 2 * sampleRate / length;
      spectrum[i] *= Math.sqrt(LOWEST_HZ / Math.max(LOWEST_HZ, hz));
    }
    spectrum[0] = 0;
    spectrum[1] *= Math.sqrt(Math.min(1, 2 * LOWEST_HZ / sampleRate));
    fft.realInverse(spectrum, true);
    float[] noise = new float[samples];
    for (int i = 0; i < samples; i++) {
      noise[i] = (float) spectrum[i];
    }
    return levelled(noise, sampleRate);
  }

  /**
   * Many voices at once: each as loud as the others, from a random place on, again and again.
   *
   * @param voices at least one; silent ones are left out
   * @throws IllegalArgumentException if none of the voices sounds
   */
  public static Waveform babble(List<Waveform> voices, int samples, int sampleRate, long seed) {
    Random random = new Random(seed);
    float[] sum = new float[samples];
    int heard = 0;
    for (Waveform original : voices) {
      float[] voice = Resampler.resample(original, sampleRate).samples();
      double power = Level.power(voice);
      if (power > 0) {
        heard++;
        float gain = (float) (1 / Math.sqrt(power));
        int begin = random.nextInt(voice.length);
        for (int i = 0; i < samples; i++) {
          sum[i] += gain * voice[(int) ((begin + (long) i) % voice.length)];
        }
      }
    }
    if (heard == 0) {
      throw new IllegalArgumentException("babble needs at least one voice that is not silent");
    }
    return levelled(sum, sampleRate);
  }

  private static Waveform levelled(float[] noise, int sampleRate) {
    double power = Level.power(noise);
    float gain = power == 0 ? 0 : (float) (Math.pow(10, LEVEL_DB / 20) / Math.sqrt(power));
    for (int i = 0; i < noise.length; i++) {
      noise[i] *= gain;
    }
    return new Waveform(noise, sampleRate);
  }
}
