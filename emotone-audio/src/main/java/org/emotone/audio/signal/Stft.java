package org.emotone.audio.signal;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Short-time Fourier transform whose frames overlap by half under the square root of a periodic
 * Hann window, before and after: frames that are not changed add up to the signal again.
 *
 * <p>A spectrum is packed as JTransforms does it: real parts at even places, imaginary ones at odd
 * places, except that the second is the real part at the Nyquist frequency.
 */
final class Stft {
  private final int length;
  private final double[] window;
  private final DoubleFFT_1D fft;

  /**
   * Plans.
   *
   * @param length samples of a frame, even
   */
  Stft(int length) {
    this.length = length;
    this.window = new double[length];
    for (int i = 0; i < length; i++) {
      window[i] = Math.sin(Math.PI * i / length);
    }
    this.fft = new DoubleFFT_1D(length);
  }

  /** About 32 ms: the power of two next to it, at least 16 samples. */
  static Stft forSpeech(int sampleRate) {
    int exponent = (int) Math.round(Math.log(0.032 * sampleRate) / Math.log(2));
    return new Stft(1 << Math.max(4, exponent));
  }

  int length() {
    return length;
  }

  int hop() {
    return length / 2;
  }

  int bins() {
    return length / 2 + 1;
  }

  /** Frames that cover so many samples, the first of them half before the signal. */
  int frames(int samples) {
    return (samples + hop() - 1) / hop() + 1;
  }

  /** The spectrum of a frame, whose middle is at sample {@code frame × hop}. */
  void analyse(float[] samples, int frame, double[] spectrum) {
    int start = frame * hop() - hop();
    for (int i = 0; i < length; i++) {
      int at = start + i;
      spectrum[i] = at >= 0 && at < samples.length ? window[i] * samples[at] : 0;
    }
    fft.realForward(spectrum);
  }

  /** Adds a frame to a signal; the spectrum is destroyed. */
  void synthesise(double[] spectrum, int frame, float[] samples) {
    fft.realInverse(spectrum, true);
    int start = frame * hop() - hop();
    for (int i = 0; i < length; i++) {
      int at = start + i;
      if (at >= 0 && at < samples.length) {
        samples[at] += (float) (window[i] * spectrum[i]);
      }
    }
  }

  /** The squared magnitudes of a spectrum. */
  static void power(double[] spectrum, double[] power) {
    int last = power.length - 1;
    power[0] = spectrum[0] * spectrum[0];
    power[last] = spectrum[1] * spectrum[1];
    for (int bin = 1; bin < last; bin++) {
      double re = spectrum[2 * bin];
      double im = spectrum[2 * bin + 1];
      power[bin] = re * re + im * im;
    }
  }

  /** Multiplies a spectrum by a gain for each bin. */
  static void scale(double[] spectrum, double[] gains) {
    int last = gains.length - 1;
    spectrum[0] *= gains[0];
    spectrum[1] *= gains[last];
    for (int bin = 1; bin < last; bin++) {
      spectrum[2 * bin] *= gains[bin];
      spectrum[2 * bin + 1] *= gains[bin];
    }
  }

  /** The power spectra of all frames of a signal, {@code [frame][bin]}. */
  double[][] powers(float[] samples) {
    double[][] powers = new double[frames(samples.length)][bins()];
    double[] spectrum = new double[length];
    for (int frame = 0; frame < powers.length; frame++) {
      analyse(samples, frame, spectrum);
      power(spectrum, powers[frame]);
    }
    return powers;
  }
}
