package org.emotone.audio.signal;

import java.util.List;
import java.util.Random;
import org.emotone.audio.Waveform;

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
    return coloured(-1, samples, sampleRate, seed);
  }

  /**
   * Gaussian noise whose power per Hz goes with a power of the frequency, from 20 Hz on; it is flat
   * below.
   *
   * @param exponent of the frequency, −4 to 4: −2 is brown, −1 pink, 0 white, 1 blue, 2 violet;
   *     each 1 is 3.01 dB an octave
   */
  public static Waveform coloured(double exponent, int samples, int sampleRate, long seed) {
    if (!(Math.abs(exponent) <= 4)) {
      throw new IllegalArgumentException("exponent must be from -4 to 4, was " + exponent);
    }
    if (exponent == 0) {
      return white(samples, sampleRate, seed);
    }
    int length = Math.max(2, Integer.highestOneBit(Math.max(1, samples - 1)) << 1);
    float[] white = white(length, sampleRate, seed).samples();
    double half = exponent / 2;
    double[] shaped =
        SpectralFilter.shape(
            white, length, sampleRate, hz -> Math.pow(Math.max(LOWEST_HZ, hz) / LOWEST_HZ, half));
    float[] noise = new float[samples];
    double mean = exponent < 0 ? mean(shaped) : 0;
    for (int i = 0; i < samples; i++) {
      noise[i] = (float) (shaped[i] - mean);
    }
    return levelled(noise, sampleRate);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
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
