package org.emotone.features.spectral;

import org.emotone.features.check.Bounds;

/**
 * Differences of features over time, by a Savitzky–Golay filter: the derivative at the middle of
 * the polynomial that fits a window of frames best (Savitzky and Golay, 1964), librosa 0.11's
 * {@code delta}, whose polynomial is of the order of the derivative, so that the derivative is the
 * same anywhere in the window and the ends take that of the nearest whole window.
 *
 * <p>The first derivative is the regression that HTK and Kaldi use, {@code Σ k (x(t+k) − x(t−k)) /
 * 2 Σ k²}. An instance is immutable and shared by threads.
 */
public final class Deltas {

  private final int width;
  private final DeltaEdges edges;
  private final double[] weights;

  /**
   * Differences.
   *
   * @param width frames of the window, odd, 3 to 99; librosa's default is 9
   * @param order 1 for the first derivative, 2 for the second (per frame, per frame²)
   * @param edges what happens at both ends
   */
  public Deltas(int width, int order, DeltaEdges edges) {
    Bounds.check("width", width, 3, 99);
    if (width % 2 == 0) {
      throw new IllegalArgumentException("width must be odd, was " + width);
    }
    Bounds.check("order", order, 1, 2);
    this.width = width;
    this.edges = edges;
    weights = weights(width / 2, order);
  }

  /**
   * The least-squares weights. With moments {@code m2 = Σk²} and {@code m4 = Σk⁴} over n frames the
   * slope is {@code Σ k x / m2} and twice the quadratic coefficient {@code 2 Σ (n k² − m2) x / (n
   * m4 − m2²)}.
   */
  private static double[] weights(int half, int order) {
    int n = 2 * half + 1;
    double m2 = 0;
    double m4 = 0;
    for (int k = -half; k <= half; k++) {
      m2 += k * k;
      m4 += (double) k * k * k * k;
    }
    double[] weights = new double[n];
    for (int k = -half; k <= half; k++) {
      weights[k + half] = order == 1 ? k / m2 : 2 * (n * (double) k * k - m2) / (n * m4 - m2 * m2);
    }
    return weights;
  }

  /** The differences of each column: {@code [frames][bins]}, per frame (or frame²). */
  public Spectrogram apply(Spectrogram features) {
    int frames = features.frames();
    int columns = features.bins();
    double[] out = new double[frames * columns];
    int half = width / 2;
    boolean interpolate = edges == DeltaEdges.INTERPOLATE && frames >= width;
    for (int frame = 0; frame < frames; frame++) {
      int centre = interpolate ? Math.max(half, Math.min(frames - 1 - half, frame)) : frame;
      fit(features, centre, out, frame);
    }
    return new Spectrogram(out, frames, columns);
  }

  private void fit(Spectrogram features, int centre, double[] out, int frame) {
    int columns = features.bins();
    int half = width / 2;
    double[] values = features.values();
    for (int k = -half; k <= half; k++) {
      int row = Math.max(0, Math.min(features.frames() - 1, centre + k)) * columns;
      double weight = weights[k + half];
      for (int column = 0; column < columns; column++) {
        out[frame * columns + column] += weight * values[row + column];
      }
    }
  }
}
