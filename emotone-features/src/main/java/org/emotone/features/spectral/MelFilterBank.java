package org.emotone.features.spectral;

import java.util.Arrays;

/**
 * Triangular filters, evenly spaced in mel, over the bins of a spectrum.
 *
 * <p>The construction is that of librosa 0.11's {@code filters.mel}. Only the bins under a triangle
 * are kept, which is what makes applying it cheap: with 64 bands over 257 bins 97 % of the full
 * matrix is zero.
 */
public final class MelFilterBank {

  private final int bins;
  private final int[] first;
  private final double[][] weights;

  /**
   * Builds the filters.
   *
   * @param sampleRate in Hz
   * @param fftSize length of the transform in samples, even
   * @param bands number of filters
   * @param minHz lower edge of the first filter
   * @param maxHz upper edge of the last, at most half the sample rate
   * @param scale the mel scale
   * @param norm the scaling of the triangles
   */
  public MelFilterBank(
      int sampleRate,
      int fftSize,
      int bands,
      double minHz,
      double maxHz,
      MelScale scale,
      MelNorm norm) {
    bins = fftSize / 2 + 1;
    first = new int[bands];
    weights = new double[bands][];
    double[] edges = edges(bands, minHz, maxHz, scale);
    double hzPerBin = (double) sampleRate / fftSize;
    for (int band = 0; band < bands; band++) {
      int from = Math.min(bins, (int) Math.ceil(edges[band] / hzPerBin));
      int to = Math.max(from, Math.min(bins, (int) Math.floor(edges[band + 2] / hzPerBin) + 1));
      first[band] = from;
      weights[band] = triangle(edges, band, from, to, hzPerBin, norm);
    }
  }

  private static double[] edges(int bands, double minHz, double maxHz, MelScale scale) {
    double low = scale.toMel(minHz);
    double step = (scale.toMel(maxHz) - low) / (bands + 1);
    double[] edges = new double[bands + 2];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = scale.toHz(low + i * step);
    }
    return edges;
  }

  private static double[] triangle(
      double[] edges, int band, int from, int to, double hzPerBin, MelNorm norm) {
    double low = edges[band];
    double peak = edges[band + 1];
    double high = edges[band + 2];
    double height = norm == MelNorm.AREA ? 2 / (high - low) : 1;
    double[] triangle = new double[to - from];
    for (int bin = from; bin < to; bin++) {
      double hz = bin * hzPerBin;
      double value = Math.min((hz - low) / (peak - low), (high - hz) / (high - peak));
      triangle[bin - from] = height * Math.max(0, value);
    }
    return triangle;
  }

  /** Number of filters. */
  public int bands() {
    return first.length;
  }

  /** Number of bins of the spectra that it applies to. */
  public int bins() {
    return bins;
  }

  /** The weight of a bin in a band. */
  public double weight(int band, int bin) {
    int index = bin - first[band];
    return index < 0 || index >= weights[band].length ? 0 : weights[band][index];
  }

  /** The bands of a power spectrogram, {@code [frames][bands]}. */
  public Spectrogram apply(Spectrogram power) {
    if (power.bins() != bins) {
      throw new IllegalArgumentException(
          "the spectrogram must have " + bins + " bins, has " + power.bins());
    }
    double[] values = new double[power.frames() * bands()];
    for (int frame = 0; frame < power.frames(); frame++) {
      apply(power.values(), frame * bins, values, frame * bands());
    }
    return new Spectrogram(values, power.frames(), bands());
  }

  /** Writes the bands of one row of power. */
  void apply(double[] power, int from, double[] out, int to) {
    for (int band = 0; band < weights.length; band++) {
      double[] triangle = weights[band];
      int offset = from + first[band];
      double sum = 0;
      for (int i = 0; i < triangle.length; i++) {
        sum += triangle[i] * power[offset + i];
      }
      out[to + band] = sum;
    }
  }

  /** Writes the bands of power {@code [bins][lanes]} as rows of frames from a first one on. */
  void apply(double[][] power, double[] out, int firstFrame, int count) {
    double[] sums = new double[count];
    for (int band = 0; band < weights.length; band++) {
      gather(power, band, sums);
      for (int frame = 0; frame < count; frame++) {
        out[(firstFrame + frame) * weights.length + band] = sums[frame];
      }
    }
  }

  private void gather(double[][] power, int band, double[] sums) {
    double[] w = weights[band];
    int from = first[band];
    int whole = w.length & ~3;
    Arrays.fill(sums, 0);
    for (int i = 0; i < whole; i += 4) {
      LaneKernels.add(
          sums,
          power[from + i],
          power[from + i + 1],
          power[from + i + 2],
          power[from + i + 3],
          w[i],
          w[i + 1],
          w[i + 2],
          w[i + 3],
          sums.length);
    }
    for (int i = whole; i < w.length; i++) {
      LaneKernels.add(sums, power[from + i], w[i], sums.length);
    }
  }

  /** The power that a band gathers from a power spectrum of {@link #bins()} values. */
  public double apply(int band, double[] power) {
    double[] triangle = weights[band];
    int offset = first[band];
    double sum = 0;
    for (int i = 0; i < triangle.length; i++) {
      sum += triangle[i] * power[offset + i];
    }
    return sum;
  }
}
