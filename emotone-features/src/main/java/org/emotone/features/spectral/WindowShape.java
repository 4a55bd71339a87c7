package org.emotone.features.spectral;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The form of a window over its period.
 *
 * <p>Formulas are those of Harris (1978) as in SciPy's {@code signal.windows}; x runs from 0 to 1
 * over the period.
 */
public enum WindowShape {
  /** All ones. */
  @JsonProperty("rectangular")
  RECTANGULAR(0),
  /** {@code 0.5 − 0.5 cos 2πx}. */
  @JsonProperty("hann")
  HANN(0) {
    @Override
    double at(double x, double parameter) {
      return 0.5 - 0.5 * Math.cos(2 * Math.PI * x);
    }
  },
  /** {@code 0.54 − 0.46 cos 2πx}. */
  @JsonProperty("hamming")
  HAMMING(0) {
    @Override
    double at(double x, double parameter) {
      return 0.54 - 0.46 * Math.cos(2 * Math.PI * x);
    }
  },
  /** {@code 0.42 − 0.5 cos 2πx + 0.08 cos 4πx}. */
  @JsonProperty("blackman")
  BLACKMAN(0) {
    @Override
    double at(double x, double parameter) {
      return 0.42 - 0.5 * Math.cos(2 * Math.PI * x) + 0.08 * Math.cos(4 * Math.PI * x);
    }
  },
  /** Four terms, side lobes below −92 dB. */
  @JsonProperty("blackmanHarris")
  BLACKMAN_HARRIS(0) {
    @Override
    double at(double x, double parameter) {
      return 0.35875
          - 0.48829 * Math.cos(2 * Math.PI * x)
          + 0.14128 * Math.cos(4 * Math.PI * x)
          - 0.01168 * Math.cos(6 * Math.PI * x);
    }
  },
  /** The triangle with zeros at both ends. */
  @JsonProperty("bartlett")
  BARTLETT(0) {
    @Override
    double at(double x, double parameter) {
      return 1 - Math.abs(2 * x - 1);
    }
  },
  /** Kaiser's, whose parameter is β, 0 to 100; 8.6 is close to Blackman's. */
  @JsonProperty("kaiser")
  KAISER(100) {
    @Override
    double at(double x, double parameter) {
      double from = 2 * x - 1;
      return bessel(parameter * Math.sqrt(Math.max(0, 1 - from * from))) / bessel(parameter);
    }
  },
  /**
   * A bell, whose parameter is its standard deviation as a share of half the period, 0.01 to 10:
   * openSMILE's {@code sigma}.
   */
  @JsonProperty("gauss")
  GAUSS(10) {
    @Override
    double at(double x, double parameter) {
      double deviations = (2 * x - 1) / parameter;
      return Math.exp(-0.5 * deviations * deviations);
    }
  },
  /** Hann's to the power of 0.85, which Kaldi uses; Kaldi's is symmetric. */
  @JsonProperty("povey")
  POVEY(0) {
    @Override
    double at(double x, double parameter) {
      return Math.pow(0.5 - 0.5 * Math.cos(2 * Math.PI * x), 0.85);
    }
  };

  private final double largestParameter;

  WindowShape(double largestParameter) {
    this.largestParameter = largestParameter;
  }

  /** Largest parameter, 0 for a shape without one. */
  double largestParameter() {
    return largestParameter;
  }

  /** The value at a place of the period, 0 to 1. */
  double at(double x, double parameter) {
    return 1;
  }

  /** The modified Bessel function of order 0, by its power series. */
  private static double bessel(double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= (x / (2 * k)) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}
