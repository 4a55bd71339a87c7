package org.emotone.features.spectral;

import org.emotone.features.check.Bounds;

/**
 * The power spectrum of single frames, for features whose frames are not those of an {@link Stft}.
 * An instance is immutable and shared by threads.
 */
public final class FrameSpectrum {

  private final int size;
  private final RealFft fft;

  /** A transform of an even number of samples, 16 to 65 536. */
  public FrameSpectrum(int size) {
    Bounds.check("size", size, 16, 65_536);
    if (size % 2 != 0) {
      throw new IllegalArgumentException("size must be even, was " + size);
    }
    this.size = size;
    fft = new RealFft(size);
  }

  /**
   * The power of a frame.
   *
   * @param frame {@code size} weighted samples; overwritten
   * @param power receives {@code size / 2 + 1} squared magnitudes
   */
  public void power(double[] frame, double[] power) {
    fft.forward(frame);
    power[0] = frame[0] * frame[0];
    power[size / 2] = frame[1] * frame[1];
    for (int bin = 1; bin < size / 2; bin++) {
      power[bin] = frame[2 * bin] * frame[2 * bin] + frame[2 * bin + 1] * frame[2 * bin + 1];
    }
  }
}
