package org.emotone.features.voice;

import org.emotone.features.spectral.RealFft;

/**
 * What the harmonics of a voiced frame say: harmonics-to-noise ratio, differences between
 * harmonics, and how strong formants are, with the conventions of the GeMAPS (Eyben et al., "The
 * Geneva Minimalistic Acoustic Parameter Set", IEEE TAC 2016).
 *
 * <p>A harmonic is the local maximum of the magnitude spectrum that is nearest to its multiple of
 * the pitch and no farther than half the pitch; of two at the same distance the upper one. H0 is
 * the fundamental, H1 and H2 are the two harmonics above it.
 *
 * <p>It has buffers of its own: one for each thread.
 */
final class Harmonics {

  /** What stands for the strength of a formant where there is no pitch, in dB. */
  static final double NO_FORMANT_DB = -201;

  private static final int MOST = 100;
  private static final double FORMANT_REACH = 0.2;
  private static final double FLOOR = 1e-10;

  private final double hzPerBin;
  private final int sampleRate;
  private final RealFft fft;
  private final double[] correlation;
  private final double[] heights = new double[MOST];
  private final double[] places = new double[MOST];
  private double[] magnitude = new double[0];
  private double fundamental;
  private int count;

  /** For magnitude spectra of transforms of {@code fftSize} samples. */
  Harmonics(int fftSize, int sampleRate) {
    hzPerBin = (double) sampleRate / fftSize;
    this.sampleRate = sampleRate;
    fft = new RealFft(fftSize);
    correlation = new double[fftSize];
  }

  /**
   * Looks at a voiced frame.
   *
   * @param magnitude its spectrum, not changed, and to stay unchanged until the next call
   * @param pitch its pitch in Hz, above 0
   */
  void analyse(double[] magnitude, double pitch) {
    this.magnitude = magnitude;
    double step = pitch / hzPerBin;
    int reach = (int) (step / 2);
    count = 0;
    while (count < MOST && (count + 1) * step < magnitude.length - 1) {
      double place = (count + 1) * step;
      int peak = nearest(magnitude, magnitude.length, (int) Math.rint(place), reach);
      if (peak < 0) {
        heights[count] = 0;
        places[count] = place * hzPerBin;
      } else {
        double before = magnitude[peak - 1];
        double after = magnitude[peak + 1];
        heights[count] = Parabola.height(before, magnitude[peak], after);
        places[count] = (peak + Parabola.offset(before, magnitude[peak], after)) * hzPerBin;
      }
      fundamental = count == 0 ? (peak < 0 ? 0 : magnitude[peak]) : fundamental;
      count++;
    }
  }

  /** The local maximum nearest to a place, the place itself first, then above before below. */
  private static int nearest(double[] values, int length, int place, int reach) {
    for (int distance = 0; distance <= reach; distance++) {
      if (isPeak(values, length, place + distance)) {
        return place + distance;
      }
      if (isPeak(values, length, place - distance)) {
        return place - distance;
      }
    }
    return -1;
  }

  private static boolean isPeak(double[] values, int length, int at) {
    return at > 0 && at < length - 1 && values[at] > values[at - 1] && values[at] > values[at + 1];
  }

  /**
   * Harmonics-to-noise ratio in dB, −100 to 100: of the autocorrelation's peak at the period to
   * what it lacks to that at lag 0 (Boersma 1993).
   */
  double noiseRatio(double pitch) {
    int half = correlation.length / 2;
    correlation[0] = magnitude[0] * magnitude[0];
    correlation[1] = magnitude[half] * magnitude[half];
    for (int bin = 1; bin < half; bin++) {
      correlation[2 * bin] = magnitude[bin] * magnitude[bin];
      correlation[2 * bin + 1] = 0;
    }
    fft.inverse(correlation);
    int period = (int) Math.rint(sampleRate / pitch);
    int peak = nearest(correlation, half + 1, period, half);
    if (peak < 0 || correlation[peak] <= 0) {
      return -100;
    }
    double noise = Math.max(correlation[0] - correlation[peak], FLOOR * correlation[0]);
    return Math.max(-100, Math.min(100, 10 * Math.log10(correlation[peak] / noise)));
  }

  /** How much H1 is above H2, in dB; 0 if the frame has no such harmonics. */
  double firstToSecond() {
    return count < 3 ? 0 : difference(heights[1], heights[2]);
  }

  /** How much H1 is above the strongest harmonic at a formant, in dB. */
  double firstToFormant(double formantHz) {
    int strongest = strongest(formantHz);
    return count < 2 || strongest < 0 ? 0 : difference(heights[1], heights[strongest]);
  }

  /**
   * How much the strongest harmonic within a fifth of a formant is above the fundamental, in dB; 0
   * if there is none.
   */
  double formantStrength(double formantHz) {
    int strongest = strongest(formantHz);
    return strongest < 0 ? 0 : decibels(heights[strongest]) - decibels(fundamental);
  }

  private int strongest(double formantHz) {
    int strongest = -1;
    for (int i = 0; i < count; i++) {
      if (Math.abs(places[i] - formantHz) <= FORMANT_REACH * formantHz
          && (strongest < 0 || heights[i] > heights[strongest])) {
        strongest = i;
      }
    }
    return strongest;
  }

  /** One magnitude above another in dB; 0 if a harmonic was not found. */
  private static double difference(double one, double other) {
    return one <= 0 || other <= 0 ? 0 : decibels(one) - decibels(other);
  }

  private static double decibels(double magnitude) {
    return 20 * Math.log10(Math.max(FLOOR, magnitude));
  }
}
