package org.emotone.features.gemaps;

/**
 * How the power of a spectrum is spread: alpha ratio, Hammarberg index and the slopes of two bands.
 */
final class SpectralBalance {

  private static final double FLOOR = 1e-20;

  private final double hzPerBin;
  private final int bins;

  SpectralBalance(int bins, double hzPerBin) {
    this.bins = bins;
    this.hzPerBin = hzPerBin;
  }

  /** Power from 1 to 5 kHz over that below 1 kHz, in dB. */
  double alphaRatio(double[] power) {
    double low = 0;
    double high = 0;
    int end = Math.min(bins, floorBin(5000) + 1);
    for (int bin = 0; bin < end; bin++) {
      if (bin * hzPerBin < 1000) {
        low += power[bin];
      } else {
        high += power[bin];
      }
    }
    return decibels(high) - decibels(low);
  }

  /** The strongest bin below 2 kHz over the strongest from 2 to 5 kHz, in dB. */
  double hammarbergIndex(double[] power) {
    double low = 0;
    double high = 0;
    int end = Math.min(bins, floorBin(5000) + 1);
    for (int bin = 0; bin < end; bin++) {
      if (bin * hzPerBin < 2000) {
        low = Math.max(low, power[bin]);
      } else {
        high = Math.max(high, power[bin]);
      }
    }
    return decibels(low) - decibels(high);
  }

  /**
   * The slope of the regression line through the logarithmic spectrum of a band, in dB per Hz. As
   * in openSMILE the number of bins is the width of the band in bins, one less than are summed, and
   * bins that lie across an edge count in part.
   */
  double slope(double[] power, double lowHz, double highHz) {
    double low = lowHz / hzPerBin;
    double high = highHz / hzPerBin;
    int last = (int) Math.floor(high);
    double x = 0;
    double xx = 0;
    double y = 0;
    double xy = 0;
    for (int bin = (int) Math.floor(low); bin <= last && bin < bins; bin++) {
      double above = bin == last && high > last ? high - last : 1;
      double weight = above * (1 - Math.max(0, low - bin));
      double level = decibels(power[bin]);
      x += weight * bin;
      xx += weight * bin * bin;
      y += weight * level;
      xy += weight * bin * level;
    }
    double count = high - low;
    return (count * xy - x * y) / (count * xx - x * x) / hzPerBin;
  }

  /** The root mean square change of the magnitudes below 5 kHz from one frame to the next. */
  double flux(double[] before, double[] power) {
    double sum = 0;
    int count = 0;
    for (int bin = 0; bin < bins && bin * hzPerBin < 5000; bin++) {
      double change = Math.sqrt(power[bin]) - Math.sqrt(before[bin]);
      sum += change * change;
      count++;
    }
    return Math.sqrt(sum / count);
  }

  private int floorBin(double hz) {
    return (int) Math.floor(hz / hzPerBin);
  }

  private static double decibels(double power) {
    return 10 * Math.log10(Math.max(FLOOR, power));
  }
}
