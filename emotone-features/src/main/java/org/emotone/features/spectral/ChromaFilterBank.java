package org.emotone.features.spectral;

import org.emotone.features.check.Bounds;

/**
 * Weights that fold a spectrum into pitch classes, C first: librosa 0.11's {@code filters.chroma}
 * with its defaults (bells as wide as a bin, columns of unit length, a bell over octaves around the
 * fifth with a deviation of two).
 */
public final class ChromaFilterBank {

  private static final double CENTRE_OCTAVE = 5;
  private static final double OCTAVE_WIDTH = 2;

  private final int classes;
  private final int bins;
  private final double[] weights;

  /**
   * Builds the weights.
   *
   * @param sampleRate in Hz
   * @param fftSize length of the transform in samples
   * @param tuning deviation from A = 440 Hz in steps, −0.5 to 0.5
   * @param classes number of pitch classes, a multiple of 12 up to 120
   */
  public ChromaFilterBank(int sampleRate, int fftSize, double tuning, int classes) {
    Bounds.check("tuning", tuning, -0.5, 0.5);
    Bounds.check("classes", classes, 12, 120);
    if (classes % 12 != 0) {
      throw new IllegalArgumentException("classes must be a multiple of 12, was " + classes);
    }
    this.classes = classes;
    bins = fftSize / 2 + 1;
    weights = new double[classes * bins];
    double a0 = 27.5 * Math.pow(2, tuning / classes);
    double[] steps = new double[bins + 1];
    for (int bin = 1; bin <= bins; bin++) {
      steps[bin] = classes * Math.log((double) bin * sampleRate / fftSize / a0) / Math.log(2);
    }
    // 0 Hz is given a place 1.5 octaves below the first bin, so that it weighs next to nothing.
    steps[0] = steps[1] - 1.5 * classes;
    for (int bin = 0; bin < bins; bin++) {
      column(bin, steps[bin], Math.max(steps[bin + 1] - steps[bin], 1));
    }
  }

  private void column(int bin, double step, double width) {
    double half = Math.rint(classes / 2.0);
    double squares = 0;
    double[] column = new double[classes];
    for (int c = 0; c < classes; c++) {
      double sum = step - c + half + 10 * classes;
      double distance = sum - classes * Math.floor(sum / classes) - half;
      column[c] = Math.exp(-0.5 * Math.pow(2 * distance / width, 2));
      squares += column[c] * column[c];
    }
    double length = Math.sqrt(squares);
    double octaves = (step / classes - CENTRE_OCTAVE) / OCTAVE_WIDTH;
    double scale = Math.exp(-0.5 * octaves * octaves) / (length < Float.MIN_NORMAL ? 1 : length);
    int toC = 3 * (classes / 12);
    for (int c = 0; c < classes; c++) {
      weights[Math.floorMod(c - toC, classes) * bins + bin] = column[c] * scale;
    }
  }

  /** The weight of a bin in a pitch class. */
  public double weight(int pitchClass, int bin) {
    return weights[pitchClass * bins + bin];
  }

  /** The pitch classes of a power spectrogram, {@code [frames][classes]}, not normalised. */
  public Spectrogram apply(Spectrogram power) {
    if (power.bins() != bins) {
      throw new IllegalArgumentException(
          "the spectrogram must have " + bins + " bins, has " + power.bins());
    }
    double[] out = new double[power.frames() * classes];
    for (int frame = 0; frame < power.frames(); frame++) {
      int row = frame * bins;
      for (int c = 0; c < classes; c++) {
        double sum = 0;
        for (int bin = 0; bin < bins; bin++) {
          sum += weights[c * bins + bin] * power.values()[row + bin];
        }
        out[frame * classes + c] = sum;
      }
    }
    return new Spectrogram(out, power.frames(), classes);
  }
}
