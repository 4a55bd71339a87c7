package org.emotone.features.spectral;

/**
 * Decibels of power three times as fast as by {@link Math#log10}, to 10⁻¹³ dB: the logarithm of the
 * first seven bits from a table, of the rest by its series.
 */
final class FastLog {

  private static final int BITS = 7;
  private static final double DECIBELS_OF_TWO = 10 * Math.log10(2);
  private static final double DECIBELS_PER_NEPER = 10 / Math.log(10);
  private static final double[] INVERSE = new double[1 << BITS];
  private static final double[] DECIBELS = new double[1 << BITS];

  static {
    for (int i = 0; i < INVERSE.length; i++) {
      double middle = 1 + (i + 0.5) / INVERSE.length;
      INVERSE[i] = 1 / middle;
      DECIBELS[i] = 10 * Math.log10(middle);
    }
  }

  private FastLog() {}

  /** Decibels of a power that is normal, positive and finite. */
  static double decibels(double power) {
    long bits = Double.doubleToRawLongBits(power);
    int index = (int) (bits >>> (52 - BITS)) & (INVERSE.length - 1);
    int exponent = (int) (bits >>> 52) - 1023;
    double mantissa = Double.longBitsToDouble((bits & 0xfffffffffffffL) | 0x3ff0000000000000L);
    double r = mantissa * INVERSE[index] - 1;
    double series = r * (1 + r * (-0.5 + r * (1.0 / 3 + r * (-0.25 + r * 0.2))));
    return exponent * DECIBELS_OF_TWO + DECIBELS[index] + DECIBELS_PER_NEPER * series;
  }
}
