package org.emotone.audio.signal;

import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The impulse response of a room that does not exist: the sound that comes straight, first echoes,
 * and the diffuse rest as Gaussian noise that decays exponentially (Polack, 1988; Moorer, 1979).
 *
 * <p>A voice heard in it is as long as before: what would ring on after the clip is cut off.
 *
 * @param reverberationSeconds in which the rest falls by 60 dB (RT60), 0.05 to 5 s
 * @param directDb how much stronger the direct sound is than all the rest, −20 to 40 dB
 */
public record RoomResponse(double reverberationSeconds, double directDb) {

  /** When the first echoes come, in seconds after the direct sound. */
  private static final double FIRST_ECHO = 0.003;

  /** When the noise has taken over from single echoes, in seconds. */
  private static final double DIFFUSE = 0.03;

  private static final int ECHOES = 6;

  /** Checks the ranges. */
  public RoomResponse {
    if (!(reverberationSeconds >= 0.05 && reverberationSeconds <= 5)) {
      throw new IllegalArgumentException(
          "reverberationSeconds must be from 0.05 to 5 s, was " + reverberationSeconds);
    }
    if (!(directDb >= -20 && directDb <= 40)) {
      throw new IllegalArgumentException("directDb must be from -20 to 40 dB, was " + directDb);
    }
  }

  /**
   * A response; it begins with the direct sound, of amplitude 1, and ends where it has fallen by 60
   * dB.
   *
   * @param seed the same seed, the same room
   */
  public float[] impulse(int sampleRate, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int length = 2 + (int) Math.ceil(reverberationSeconds * sampleRate);
    double[] tail = new double[length];
    double decay = Math.log(1000) / (reverberationSeconds * sampleRate);
    int begin = 1 + (int) (FIRST_ECHO * sampleRate);
    double width = Math.max(1, (DIFFUSE - FIRST_ECHO) * sampleRate);
    for (int i = begin; i < length; i++) {
      double density = Math.min(1, (i - begin) / width);
      tail[i] = density * gaussian(random) * Math.exp(-decay * i);
    }
    // Single echoes hold about a tenth of the energy, at any rate.
    double single = Math.sqrt(0.1 / (2 * decay) / ECHOES);
    for (int echo = 0; echo < ECHOES; echo++) {
      int at = begin + (int) (random.nextDouble() * width);
      double strength = (random.nextBoolean() ? 1 : -1) * (0.5 + random.nextDouble()) * single;
      if (at < length) {
        tail[at] += strength * Math.exp(-decay * at);
      }
    }
    return withDirect(tail);
  }

  private float[] withDirect(double[] tail) {
    double power = 0;
    for (double value : tail) {
      power += value * value;
    }
    double gain = power == 0 ? 0 : Math.sqrt(Math.pow(10, -directDb / 10) / power);
    float[] impulse = new float[tail.length];
    for (int i = 0; i < tail.length; i++) {
      impulse[i] = (float) (gain * tail[i]);
    }
    impulse[0] = 1;
    return impulse;
  }

  /** A clip heard in the room, at the power that it had. */
  public Waveform apply(Waveform waveform, long seed) {
    float[] heard = convolve(waveform.samples(), impulse(waveform.sampleRate(), seed));
    double before = Level.power(waveform.samples());
    double after = Level.power(heard);
    float gain = after == 0 ? 0 : (float) Math.sqrt(before / after);
    for (int i = 0; i < heard.length; i++) {
      heard[i] *= gain;
    }
    return new Waveform(heard, waveform.sampleRate());
  }

  /** The convolution, cut to the length of the signal. */
  static float[] convolve(float[] signal, float[] impulse) {
    int both = Math.addExact(signal.length, impulse.length);
    int size = Math.max(2, Integer.highestOneBit(both - 1) << 1);
    DoubleFFT_1D fft = new DoubleFFT_1D(size);
    double[] x = transform(signal, size, fft);
    double[] y = transform(impulse, size, fft);
    x[0] *= y[0];
    x[1] *= y[1];
    for (int bin = 1; bin < size / 2; bin++) {
      double re = x[2 * bin];
      double im = x[2 * bin + 1];
      x[2 * bin] = re * y[2 * bin] - im * y[2 * bin + 1];
      x[2 * bin + 1] = re * y[2 * bin + 1] + im * y[2 * bin];
    }
    fft.realInverse(x, true);
    float[] out = new float[signal.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) x[i];
    }
    return out;
  }

  private static double[] transform(float[] samples, int size, DoubleFFT_1D fft) {
    double[] spectrum = new double[size];
    for (int i = 0; i < samples.length; i++) {
      spectrum[i] = samples[i];
    }
    fft.realForward(spectrum);
    return spectrum;
  }

  /** A normal number (Box and Muller, 1958). */
  private static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
