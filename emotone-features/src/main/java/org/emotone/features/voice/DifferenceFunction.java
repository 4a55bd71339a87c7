package org.emotone.features.voice;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The cumulative mean normalised difference function of YIN (de Cheveigné and Kawahara 2002,
 * equations 1 to 8), in librosa 0.11's form: the autocorrelation is that of the frame between
 * zeros, and of the two energy terms only the head of the frame is subtracted.
 *
 * <p>It has buffers of its own: one for each thread.
 */
final class DifferenceFunction {

  private final int frame;
  private final int minPeriod;
  private final int maxPeriod;
  private final int fftSize;
  private final DoubleFFT_1D fft;
  private final double[] work;
  private final double[] values;
  private final double[] shifts;

  /** For frames of so many samples and periods from {@code minPeriod} to {@code maxPeriod}. */
  DifferenceFunction(int frame, int minPeriod, int maxPeriod) {
    this.frame = frame;
    this.minPeriod = minPeriod;
    this.maxPeriod = maxPeriod;
    fftSize = Integer.highestOneBit(frame + maxPeriod) * 2;
    fft = new DoubleFFT_1D(fftSize);
    work = new double[fftSize];
    values = new double[maxPeriod - minPeriod + 1];
    shifts = new double[values.length];
  }

  /** Number of periods looked at. */
  int size() {
    return values.length;
  }

  /** Analyses the frame that begins at {@code start}. */
  void analyse(float[] samples, int start) {
    autocorrelate(samples, start);
    double whole = work[0];
    double head = 0;
    double sum = 0;
    for (int period = 1; period <= maxPeriod; period++) {
      double sample = samples[start + period - 1];
      head += sample * sample;
      double difference = 2 * (whole - work[period]) - head;
      sum += difference;
      if (period >= minPeriod) {
        values[period - minPeriod] = difference / (sum / period + Double.MIN_NORMAL);
      }
    }
    interpolate();
  }

  private void autocorrelate(float[] samples, int start) {
    for (int i = 0; i < frame; i++) {
      work[i] = samples[start + i];
    }
    Arrays.fill(work, frame, fftSize, 0);
    fft.realForward(work);
    work[0] *= work[0];
    work[1] *= work[1];
    for (int i = 2; i < fftSize; i += 2) {
      work[i] = work[i] * work[i] + work[i + 1] * work[i + 1];
      work[i + 1] = 0;
    }
    fft.realInverse(work, true);
  }

  private void interpolate() {
    Arrays.fill(shifts, 0);
    for (int i = 1; i < values.length - 1; i++) {
      double a = values[i + 1] + values[i - 1] - 2 * values[i];
      double b = (values[i + 1] - values[i - 1]) / 2;
      shifts[i] = Math.abs(b) >= Math.abs(a) ? 0 : -b / a;
    }
  }

  /** The function at the {@code index}-th period; low where the frame repeats itself. */
  double value(int index) {
    return values[index];
  }

  /** The {@code index}-th period, refined by a parabola through its neighbours, in samples. */
  double period(int index) {
    return minPeriod + index + shifts[index];
  }

  /** Whether the function dips at the {@code index}-th period. */
  boolean isTrough(int index) {
    if (values.length == 1) {
      return false;
    }
    if (index == 0) {
      return values[0] < values[1];
    }
    boolean falls = values[index] < values[index - 1];
    return falls && (index == values.length - 1 || values[index] <= values[index + 1]);
  }

  /** Where the function is lowest. */
  int lowest() {
    int lowest = 0;
    for (int i = 1; i < values.length; i++) {
      lowest = values[i] < values[lowest] ? i : lowest;
    }
    return lowest;
  }
}
