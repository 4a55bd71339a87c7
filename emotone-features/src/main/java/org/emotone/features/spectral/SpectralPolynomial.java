package org.emotone.features.spectral;

import org.emotone.features.check.Bounds;

/**
 * The polynomial that fits the magnitudes of a spectrum best, over frequency in Hz: librosa 0.11's
 * {@code poly_features}. Order 1 is the spectral slope.
 *
 * <p>The fit is by polynomials that are orthogonal on the bins, which stays exact where powers of
 * Hz would differ by 10²⁰. An instance is immutable and shared by threads.
 */
public final class SpectralPolynomial {

  private final int order;
  private final int bins;
  private final double[][] orthonormal;
  private final double[][] monomials;

  /**
   * A fit.
   *
   * @param bins number of bins of a spectrum, more than {@code order}
   * @param hzPerBin their distance in Hz
   * @param order degree of the polynomial, 0 to 8
   */
  public SpectralPolynomial(int bins, double hzPerBin, int order) {
    Bounds.check("order", order, 0, 8);
    Bounds.check("bins", bins, order + 1, 65_536);
    this.order = order;
    this.bins = bins;
    orthonormal = new double[order + 1][bins];
    monomials = new double[order + 1][order + 1];
    double scale = hzPerBin * (bins - 1);
    for (int degree = 0; degree <= order; degree++) {
      build(degree, scale);
    }
  }

  /** Gram–Schmidt over the powers of x = f / scale; keeps how each is made of powers of f. */
  private void build(int degree, double scale) {
    double[] values = orthonormal[degree];
    double[] powers = monomials[degree];
    for (int bin = 0; bin < bins; bin++) {
      values[bin] = Math.pow((double) bin / (bins - 1), degree);
    }
    powers[degree] = Math.pow(scale, -degree);
    for (int pass = 0; pass < 2; pass++) {
      for (int lower = 0; lower < degree; lower++) {
        subtract(values, powers, lower, dot(values, orthonormal[lower]));
      }
    }
    double length = Math.sqrt(dot(values, values));
    for (int bin = 0; bin < bins; bin++) {
      values[bin] /= length;
    }
    for (int power = 0; power <= degree; power++) {
      powers[power] /= length;
    }
  }

  private void subtract(double[] values, double[] powers, int lower, double share) {
    for (int bin = 0; bin < bins; bin++) {
      values[bin] -= share * orthonormal[lower][bin];
    }
    for (int power = 0; power <= lower; power++) {
      powers[power] -= share * monomials[lower][power];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /**
   * The coefficients of each frame, {@code [frames][order + 1]}, that of the highest power of Hz
   * first.
   */
  public Spectrogram apply(Spectrogram amplitude) {
    if (amplitude.bins() != bins) {
      throw new IllegalArgumentException(
          "the spectrogram must have " + bins + " bins, has " + amplitude.bins());
    }
    double[] out = new double[amplitude.frames() * (order + 1)];
    for (int frame = 0; frame < amplitude.frames(); frame++) {
      for (int degree = 0; degree <= order; degree++) {
        double share = 0;
        for (int bin = 0; bin < bins; bin++) {
          share += amplitude.get(frame, bin) * orthonormal[degree][bin];
        }
        for (int power = 0; power <= degree; power++) {
          out[frame * (order + 1) + order - power] += share * monomials[degree][power];
        }
      }
    }
    return new Spectrogram(out, amplitude.frames(), order + 1);
  }
}
