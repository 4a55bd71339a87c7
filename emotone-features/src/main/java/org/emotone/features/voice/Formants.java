package org.emotone.features.voice;

import java.util.Arrays;
import org.emotone.features.functional.LinearPrediction;

/**
 * Formants by linear prediction, with the conventions of the GeMAPS: the spectrum of a frame is
 * brought to 11 kHz, the autocorrelation of order 11 is solved by Levinson's and Durbin's
 * recursion, and each root of the prediction polynomial above the real axis is a formant, with its
 * angle as frequency and its radius as bandwidth (Markel and Gray, Linear Prediction of Speech,
 * 1976).
 *
 * <p>Two conventions are openSMILE's and not the textbook's: the resampling takes as many bins as
 * half the samples that come out, so that at 16 kHz only what lies below 3.4 kHz is modelled, and
 * the polynomial whose roots are taken has the opposite sign in all coefficients but the first.
 *
 * <p>It has buffers of its own: one for each thread.
 */
public final class Formants {

  /** Number of formants that are kept. */
  public static final int COUNT = 5;

  private static final double RATE = 11_000;
  private static final int ORDER = 11;
  private static final double MIN_HZ = 50;
  private static final double MAX_HZ = 5450;

  private final int samples;
  private final int bins;
  private final double[] cosines;
  private final double[] sines;
  private final double[] signal;
  private final Roots roots = new Roots(ORDER);
  private final double[] hz = new double[ORDER];
  private final double[] bandwidth = new double[ORDER];

  /**
   * For frames of {@code frame} samples at the start of a transform of {@code fftSize} samples.
   *
   * @param sampleRate in Hz
   */
  public Formants(int frame, int fftSize, int sampleRate) {
    samples = (int) Math.round(frame * RATE / sampleRate);
    bins = Math.min(samples / 2, fftSize / 2);
    signal = new double[samples];
    cosines = new double[bins * samples];
    sines = new double[bins * samples];
    int lead = (fftSize - frame) / 2;
    for (int bin = 0; bin < bins; bin++) {
      for (int i = 0; i < samples; i++) {
        double phase = 2 * Math.PI * bin * (i * sampleRate / RATE - lead) / fftSize;
        cosines[bin * samples + i] = Math.cos(phase);
        sines[bin * samples + i] = Math.sin(phase);
      }
    }
  }

  /**
   * Finds the formants of a frame.
   *
   * @param spectrum packed as {@link org.emotone.features.spectral.RealFft} packs it
   * @param row receives {@value #COUNT} frequencies and then {@value #COUNT} bandwidths in Hz, by
   *     rising frequency, 0 where there are no more
   */
  public void analyse(double[] spectrum, double[] row) {
    resample(spectrum);
    double[] prediction = LinearPrediction.coefficients(signal, ORDER);
    Arrays.fill(row, 0);
    if (prediction[ORDER + 1] >= 1) {
      return;
    }
    for (int k = 1; k <= ORDER; k++) {
      prediction[k] = -prediction[k];
    }
    roots.solve(prediction);
    int count = 0;
    for (int i = 0; i < ORDER; i++) {
      double frequency = Math.atan2(roots.imaginary(i), roots.real(i)) * RATE / (2 * Math.PI);
      if (frequency >= MIN_HZ && frequency <= MAX_HZ) {
        double radius = Math.hypot(roots.real(i), roots.imaginary(i));
        insert(count++, frequency, -Math.log(radius) * RATE / Math.PI);
      }
    }
    for (int i = 0; i < Math.min(COUNT, count); i++) {
      row[i] = hz[i];
      row[COUNT + i] = bandwidth[i];
    }
  }

  private void insert(int count, double frequency, double width) {
    int place = count;
    while (place > 0 && hz[place - 1] > frequency) {
      hz[place] = hz[place - 1];
      bandwidth[place] = bandwidth[place - 1];
      place--;
    }
    hz[place] = frequency;
    bandwidth[place] = width;
  }

  /** The inner loop runs along the samples, which the compiler turns into vector instructions. */
  private void resample(double[] spectrum) {
    Arrays.fill(signal, spectrum[0]);
    for (int bin = 1; bin < bins; bin++) {
      double re = spectrum[2 * bin];
      double im = spectrum[2 * bin + 1];
      int row = bin * samples;
      for (int i = 0; i < samples; i++) {
        signal[i] += re * cosines[row + i] - im * sines[row + i];
      }
    }
  }
}
