package org.emotone.features.voice;

import java.util.Arrays;
import org.emotone.features.spectral.RealFft;
import org.emotone.features.spectral.Window;
import org.emotone.features.spectral.WindowShape;
import org.emotone.features.spectral.WindowSymmetry;

/**
 * The magnitude spectra of frames of 60 ms under a Gaussian window of σ 0.4, from the first sample
 * on. They are computed whenever asked for: to keep them would take 25 MB for a minute of speech.
 */
final class LongSpectra {

  private static final double FRAME_SECONDS = 0.060;
  private static final Window GAUSS = new Window(WindowShape.GAUSS, WindowSymmetry.SYMMETRIC, 0.4);

  private final float[] samples;
  private final int sampleRate;
  private final int hop;
  private final double[] window;
  private final RealFft fft;
  private final double[] work;
  private final double[] magnitude;
  private double level;

  LongSpectra(float[] samples, int sampleRate, int hop) {
    this.samples = samples;
    this.sampleRate = sampleRate;
    this.hop = hop;
    window = GAUSS.values(frame(sampleRate));
    work = new double[Integer.highestOneBit(window.length - 1) * 2];
    fft = new RealFft(work.length);
    magnitude = new double[work.length / 2 + 1];
  }

  /** Number of samples of a frame. */
  static int frame(int sampleRate) {
    return (int) Math.round(FRAME_SECONDS * sampleRate);
  }

  /** Number of whole frames. */
  int frames() {
    return 1 + (samples.length - window.length) / hop;
  }

  int fftSize() {
    return work.length;
  }

  int bins() {
    return magnitude.length;
  }

  double hzPerBin() {
    return (double) sampleRate / work.length;
  }

  /** The spectrum of a frame; overwritten by the next call. */
  double[] magnitude(int frame) {
    double energy = 0;
    int from = frame * hop;
    Arrays.fill(work, window.length, work.length, 0);
    for (int i = 0; i < window.length; i++) {
      work[i] = window[i] * samples[from + i];
      energy += work[i] * work[i];
    }
    level = Math.sqrt(energy / window.length);
    fft.forward(work);
    int half = work.length / 2;
    magnitude[0] = Math.abs(work[0]);
    magnitude[half] = Math.abs(work[1]);
    for (int bin = 1; bin < half; bin++) {
      double re = work[2 * bin];
      double im = work[2 * bin + 1];
      magnitude[bin] = Math.sqrt(re * re + im * im);
    }
    return magnitude;
  }

  /** The root mean square of the weighted frame that was asked for last. */
  double level() {
    return level;
  }
}
