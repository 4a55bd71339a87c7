package org.emotone.features.voice;

import java.util.Arrays;

/**
 * The subharmonic summation of a magnitude spectrum (Hermes, "Measurement of pitch by subharmonic
 * summation", JASA 1988) with the parameters of the GeMAPS: the surroundings of local maxima are
 * kept, smoothed by ¼ ½ ¼, brought to an octave axis from 25 Hz to half the sample rate by a cubic
 * spline, weighted as by the ear with an arctangent, and 15 harmonics are added with a weight that
 * falls by 0.85 from one to the next.
 *
 * <p>It has buffers of its own: one for each thread.
 */
final class SubharmonicSum {

  private static final double MIN_HZ = 25;
  private static final int HARMONICS = 15;
  private static final double COMPRESSION = 0.85;

  /** Where the auditory weight is one half, in octaves above 1 Hz (about 31.8 Hz). */
  private static final double HALF_WEIGHT_OCTAVE = 4.98992365;

  private final int points;
  private final double octaves;
  private final NaturalSpline spline;
  private final double[] weights;
  private final int[] shifts;
  private final double[] enhanced;
  private final double[] smooth;
  private final double[] bends;
  private final double[] scaled;
  private final double[] sum;

  /** For spectra of so many bins, from 0 Hz to half the sample rate. */
  SubharmonicSum(int bins, double hzPerBin) {
    points = bins;
    double low = log2(MIN_HZ);
    octaves = log2(hzPerBin * (bins - 1)) - low;
    double[] places = new double[bins];
    Arrays.setAll(places, bin -> log2(bin * hzPerBin));
    places[0] = 2 * places[1] - places[2];
    double[] targets = new double[points];
    Arrays.setAll(targets, i -> low + i * octaves / (points - 1));
    spline = new NaturalSpline(places, targets);
    weights = new double[points];
    Arrays.setAll(
        weights,
        i -> 0.5 + Math.atan(3 * (low - HALF_WEIGHT_OCTAVE + i * octaves / points)) / Math.PI);
    shifts = new int[HARMONICS];
    Arrays.setAll(shifts, i -> (int) Math.floor(log2(i + 1) * points / octaves));
    enhanced = new double[bins];
    smooth = new double[bins];
    bends = new double[bins];
    scaled = new double[points];
    sum = new double[points];
  }

  /** The pitch in Hz at a place, also between points. */
  double hz(double place) {
    return MIN_HZ * Math.pow(2, place * octaves / (points - 1));
  }

  /** The sum over harmonics at each point; overwritten by the next call. */
  double[] apply(double[] magnitude) {
    enhance(magnitude);
    smooth();
    spline.apply(smooth, bends, scaled);
    for (int i = 0; i < points; i++) {
      scaled[i] = weights[i] * Math.max(0, scaled[i]);
    }
    Arrays.fill(sum, 0);
    double weight = 1.0 / HARMONICS;
    for (int shift : shifts) {
      for (int i = 0; i < points - shift; i++) {
        sum[i] += weight * scaled[i + shift];
      }
      weight *= COMPRESSION;
    }
    return sum;
  }

  /** Keeps what lies within two bins of a local maximum, and all before the first. */
  private void enhance(double[] magnitude) {
    int last = magnitude.length - 1;
    Arrays.fill(enhanced, 0);
    int peaks = 0;
    for (int bin = 0; bin <= last; bin++) {
      boolean rises = bin == 0 || magnitude[bin] > magnitude[bin - 1];
      boolean falls = bin == last || magnitude[bin] > magnitude[bin + 1];
      if (rises && falls) {
        int from = peaks++ == 0 ? 0 : bin - 2;
        from = bin == 0 ? 0 : from;
        int to = Math.min(last, bin + 2);
        System.arraycopy(magnitude, from, enhanced, from, to - from + 1);
      }
    }
    if (peaks == 0) {
      System.arraycopy(magnitude, 0, enhanced, 0, magnitude.length);
    }
  }

  private void smooth() {
    int last = enhanced.length - 1;
    smooth[0] = 0.5 * enhanced[0] + 0.25 * enhanced[1];
    for (int bin = 1; bin < last; bin++) {
      smooth[bin] = 0.25 * enhanced[bin - 1] + 0.5 * enhanced[bin] + 0.25 * enhanced[bin + 1];
    }
    smooth[last] = 0.25 * enhanced[last - 1] + 0.5 * enhanced[last];
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
