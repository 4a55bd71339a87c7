package org.emotone.features.spectral;

import java.util.Arrays;
import org.emotone.features.check.Bounds;

/**
 * Separation of what lasts (harmonic) from what is short (percussive) by medians along time and
 * along frequency (FitzGerald, 2010), with soft masks as in librosa 0.11's {@code decompose.hpss}.
 *
 * @param frames frames over which the harmonic median is taken, odd, 3 to 501; librosa: 31
 * @param bins bins over which the percussive median is taken, odd, 3 to 501; librosa: 31
 * @param power exponent of the masks, 0.1 to 10; librosa: 2
 */
public record Hpss(int frames, int bins, double power) {

  /** librosa's default. */
  public static final Hpss LIBROSA = new Hpss(31, 31, 2);

  /** Checks the ranges. */
  public Hpss {
    Bounds.check("frames", frames, 3, 501);
    Bounds.check("bins", bins, 3, 501);
    Bounds.check("power", power, 0.1, 10);
    if (frames % 2 == 0 || bins % 2 == 0) {
      throw new IllegalArgumentException(
          "frames and bins must be odd, were " + frames + " and " + bins);
    }
  }

  /**
   * The share of each value that is harmonic, 0 to 1; the rest is percussive.
   *
   * @param amplitude magnitudes, {@code [frames][bins]}
   */
  public Spectrogram harmonicMask(Spectrogram amplitude) {
    int rows = amplitude.frames();
    int columns = amplitude.bins();
    double[] values = amplitude.values();
    double[] lasting = new double[values.length];
    double[] brief = new double[values.length];
    for (int bin = 0; bin < columns; bin++) {
      medians(values, bin, columns, rows, frames, lasting);
    }
    for (int frame = 0; frame < rows; frame++) {
      medians(values, frame * columns, 1, columns, bins, brief);
    }
    double[] mask = new double[values.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = share(lasting[i], brief[i]);
    }
    return new Spectrogram(mask, rows, columns);
  }

  /** The harmonic part of a transform. */
  public ComplexSpectrogram harmonic(ComplexSpectrogram transform) {
    return masked(transform, harmonicMask(transform.amplitude()), false);
  }

  /** The percussive part of a transform. */
  public ComplexSpectrogram percussive(ComplexSpectrogram transform) {
    return masked(transform, harmonicMask(transform.amplitude()), true);
  }

  private static ComplexSpectrogram masked(
      ComplexSpectrogram transform, Spectrogram mask, boolean rest) {
    double[] values = transform.values().clone();
    for (int i = 0; i < mask.values().length; i++) {
      double share = rest ? 1 - mask.values()[i] : mask.values()[i];
      values[2 * i] *= share;
      values[2 * i + 1] *= share;
    }
    return new ComplexSpectrogram(values, transform.frames(), transform.bins());
  }

  private double share(double lasting, double brief) {
    double larger = Math.max(lasting, brief);
    if (larger < Double.MIN_NORMAL) {
      return 0.5;
    }
    double a = Math.pow(lasting / larger, power);
    return a / (a + Math.pow(brief / larger, power));
  }

  /** Medians over a window of a line of values, which is mirrored at both ends. */
  private static void medians(
      double[] values, int from, int step, int count, int width, double[] out) {
    double[] window = new double[width];
    int half = width / 2;
    for (int i = -half; i <= half; i++) {
      window[i + half] = values[from + step * mirrored(i, count)];
    }
    Arrays.sort(window);
    for (int i = 0; i < count; i++) {
      out[from + step * i] = window[half];
      double leaving = values[from + step * mirrored(i - half, count)];
      double entering = values[from + step * mirrored(i + half + 1, count)];
      exchange(window, leaving, entering);
    }
  }

  /** Replaces a value of a sorted window by another. */
  private static void exchange(double[] window, double leaving, double entering) {
    int place = Arrays.binarySearch(window, leaving);
    while (place < window.length - 1 && window[place + 1] < entering) {
      window[place] = window[place + 1];
      place++;
    }
    while (place > 0 && window[place - 1] > entering) {
      window[place] = window[place - 1];
      place--;
    }
    window[place] = entering;
  }

  /** An index mirrored at both ends, the end values repeated. */
  private static int mirrored(int index, int count) {
    int folded = Math.floorMod(index, 2 * count);
    return folded < count ? folded : 2 * count - 1 - folded;
  }
}
