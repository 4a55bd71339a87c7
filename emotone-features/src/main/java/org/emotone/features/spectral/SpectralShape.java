package org.emotone.features.spectral;

import org.emotone.features.check.Bounds;

/**
 * What a spectrum looks like as a whole, with the conventions of librosa 0.11's {@code
 * spectral_centroid}, {@code _bandwidth}, {@code _rolloff} and {@code _flatness}.
 *
 * <p>All take magnitudes, {@code [frames][bins]}, and give a value for each frame; of a silent
 * frame centroid, bandwidth and roll-off are 0 Hz and the flatness is 1.
 *
 * @param hzPerBin distance of the bins in Hz, positive
 */
public record SpectralShape(double hzPerBin) {

  /** Power below which flatness sees silence, librosa's {@code amin}. */
  private static final double LEAST_POWER = 1e-10;

  /** Checks the distance of the bins. */
  public SpectralShape {
    if (!(hzPerBin > 0) || Double.isInfinite(hzPerBin)) {
      throw new IllegalArgumentException(
          "hzPerBin must be a positive number of Hz, was " + hzPerBin);
    }
  }

  /** For the bins of a transform. */
  public static SpectralShape of(Stft stft, int sampleRate) {
    return new SpectralShape((double) sampleRate / stft.fftSize());
  }

  /** The mean frequency, weighted by magnitude, in Hz. */
  public double[] centroid(Spectrogram amplitude) {
    double[] values = new double[amplitude.frames()];
    for (int frame = 0; frame < values.length; frame++) {
      double sum = 0;
      double weighted = 0;
      for (int bin = 0; bin < amplitude.bins(); bin++) {
        sum += amplitude.get(frame, bin);
        weighted += amplitude.get(frame, bin) * bin * hzPerBin;
      }
      values[frame] = weighted / norm(sum);
    }
    return values;
  }

  /** The standard deviation of frequency around the centroid, weighted by magnitude, in Hz. */
  public double[] bandwidth(Spectrogram amplitude) {
    double[] values = centroid(amplitude);
    for (int frame = 0; frame < values.length; frame++) {
      double sum = 0;
      double squares = 0;
      for (int bin = 0; bin < amplitude.bins(); bin++) {
        double distance = bin * hzPerBin - values[frame];
        sum += amplitude.get(frame, bin);
        squares += amplitude.get(frame, bin) * distance * distance;
      }
      values[frame] = Math.sqrt(squares / norm(sum));
    }
    return values;
  }

  /**
   * The frequency of the first bin up to which a share of the sum of magnitudes lies, in Hz.
   *
   * @param share 0.01 to 0.99; librosa's default is 0.85
   */
  public double[] rolloff(Spectrogram amplitude, double share) {
    Bounds.check("share", share, 0.01, 0.99);
    int bins = amplitude.bins();
    double[] values = new double[amplitude.frames()];
    for (int frame = 0; frame < values.length; frame++) {
      double total = 0;
      for (int bin = 0; bin < bins; bin++) {
        total += amplitude.get(frame, bin);
      }
      int bin = 0;
      double sum = amplitude.get(frame, 0);
      while (sum < share * total && bin < bins - 1) {
        bin++;
        sum += amplitude.get(frame, bin);
      }
      values[frame] = bin * hzPerBin;
    }
    return values;
  }

  /** The geometric over the arithmetic mean of power, 0 (a tone) to 1 (white). */
  public double[] flatness(Spectrogram amplitude) {
    double[] values = new double[amplitude.frames()];
    for (int frame = 0; frame < values.length; frame++) {
      double logs = 0;
      double sum = 0;
      for (int bin = 0; bin < amplitude.bins(); bin++) {
        double value = amplitude.get(frame, bin);
        double power = Math.max(LEAST_POWER, value * value);
        logs += Math.log(power);
        sum += power;
      }
      values[frame] = Math.exp(logs / amplitude.bins()) * amplitude.bins() / sum;
    }
    return values;
  }

  /**
   * How much the spectrum differs from that of the frame before: {@code Σ (a(t) − a(t−1))²} over
   * magnitudes that are scaled to a sum of 1 (Tzanetakis and Cook, 2002, eq. 5), 0 to 2; 0 for the
   * first frame. librosa has no such feature.
   */
  public double[] flux(Spectrogram amplitude) {
    double[] values = new double[amplitude.frames()];
    double before = 0;
    for (int frame = 0; frame < values.length; frame++) {
      double sum = 0;
      for (int bin = 0; bin < amplitude.bins(); bin++) {
        sum += amplitude.get(frame, bin);
      }
      for (int bin = 0; bin < amplitude.bins() && frame > 0; bin++) {
        double change =
            amplitude.get(frame, bin) / norm(sum) - amplitude.get(frame - 1, bin) / norm(before);
        values[frame] += change * change;
      }
      before = sum;
    }
    return values;
  }

  /** What a sum is divided by: silence stays silence. */
  private static double norm(double sum) {
    return sum < Double.MIN_NORMAL ? 1 : sum;
  }
}
