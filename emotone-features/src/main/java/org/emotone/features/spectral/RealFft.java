package org.emotone.features.spectral;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The discrete Fourier transform of real values, in double precision: quiet bands beside loud ones
 * would otherwise carry the loud ones' rounding.
 *
 * <p>A spectrum is packed: {@code re(0), re(n/2), re(1), im(1), re(2), im(2) …}. An instance is
 * immutable and shared by threads.
 */
public final class RealFft {

  private final DoubleFFT_1D transform;

  /** A transform of an even number of samples. */
  public RealFft(int size) {
    transform = new DoubleFFT_1D(size);
  }

  /** Replaces samples by their packed spectrum, unscaled. */
  public void forward(double[] values) {
    transform.realForward(values);
  }

  /** Replaces a packed spectrum by its samples, so that {@link #forward} is undone. */
  public void inverse(double[] values) {
    transform.realInverse(values, true);
  }
}
