package org.emotone.audio.signal;

import java.util.function.DoubleUnaryOperator;
import org.emotone.audio.Waveform;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * A filter without delay that is given by its gain over frequency: the whole clip is transformed,
 * multiplied and transformed back, with silence around it.
 *
 * <p>A band ends with half a cosine over {@code transitionHz}, in the middle of which its gain is ½
 * (−6 dB); what lies beyond is gone, but for the rounding of single precision.
 *
 * @param lowHz lower edge in Hz, 0 for none
 * @param highHz upper edge in Hz, above the lower; infinite for none
 * @param transitionHz from where the gain is 1 to where it is 0, in Hz, above 0
 */
public record SpectralFilter(double lowHz, double highHz, double transitionHz) {

  /** Silence behind the clip, in which the filter's ringing dies away, in periods of transition. */
  private static final double RINGING = 4;

  /** Checks the ranges. */
  public SpectralFilter {
    if (!(lowHz >= 0 && highHz > lowHz)) {
      throw new IllegalArgumentException(
          "lowHz must be at least 0 and below highHz, were " + lowHz + " and " + highHz + " Hz");
    }
    if (!(transitionHz > 0)) {
      throw new IllegalArgumentException(
          "transitionHz must be above 0, was " + transitionHz + " Hz");
    }
  }

  /** The clip within the band, as long as before. */
  public Waveform apply(Waveform waveform) {
    int rate = waveform.sampleRate();
    int padded = waveform.length() + (int) Math.min(1 << 24, RINGING * rate / transitionHz);
    double[] shaped = shape(waveform.samples(), padded, rate, this::gain);
    float[] samples = new float[waveform.length()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) shaped[i];
    }
    return new Waveform(samples, rate);
  }

  /** The gain at a frequency, 0 to 1. */
  public double gain(double hz) {
    double below = lowHz == 0 ? 1 : edge((hz - lowHz) / transitionHz);
    double above = highHz == Double.POSITIVE_INFINITY ? 1 : edge((highHz - hz) / transitionHz);
    return below * above;
  }

  private static double edge(double place) {
    return place <= -0.5 ? 0 : place >= 0.5 ? 1 : 0.5 + 0.5 * Math.sin(Math.PI * place);
  }

  /**
   * Multiplies the spectrum of samples by a gain.
   *
   * @param length that is transformed, at least as many as there are samples; rounded up to a power
   *     of two
   * @param gain by frequency in Hz
   */
  static double[] shape(float[] samples, int length, int sampleRate, DoubleUnaryOperator gain) {
    int size = Math.max(2, Integer.highestOneBit(Math.max(1, length - 1)) << 1);
    double[] spectrum = new double[size];
    for (int i = 0; i < samples.length; i++) {
      spectrum[i] = samples[i];
    }
    DoubleFFT_1D fft = new DoubleFFT_1D(size);
    fft.realForward(spectrum);
    double step = (double) sampleRate / size;
    spectrum[0] *= gain.applyAsDouble(0);
    spectrum[1] *= gain.applyAsDouble(sampleRate / 2.0);
    for (int bin = 1; bin < size / 2; bin++) {
      double factor = gain.applyAsDouble(bin * step);
      spectrum[2 * bin] *= factor;
      spectrum[2 * bin + 1] *= factor;
    }
    fft.realInverse(spectrum, true);
    return spectrum;
  }
}
