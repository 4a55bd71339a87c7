package org.emotone.features.spectral;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The spectral kernels of the octaves of a {@link ConstantQ} (Brown and Puckette, 1992), with
 * librosa 0.11's conventions: Hann windows of fractional length, unit sum, the least 1 % of a
 * kernel's spectrum left out.
 */
final class ConstantQKernels {

  private static final double LEFT_OUT = 0.01;

  private final ConstantQ transform;
  private final int fftSize;
  private final int[][] places;
  private final double[][] re;
  private final double[][] im;
  private final double[] lengths;

  /**
   * The top octave's kernels, which serve every octave at its own rate: frequencies and rate fall
   * together, so the kernels are the same.
   */
  ConstantQKernels(ConstantQ transform) {
    this.transform = transform;
    int bins = transform.binsPerOctave();
    double step = Math.pow(2, 2.0 / bins);
    double quality = (step + 1) / (step - 1);
    double[] topLengths = new double[bins];
    double[] cycles = new double[bins];
    for (int bin = 0; bin < bins; bin++) {
      double hz = transform.minHz() * Math.pow(2, transform.octaves() - 1 + (double) bin / bins);
      topLengths[bin] = quality * transform.sampleRate() / hz;
      cycles[bin] = hz / transform.sampleRate();
    }
    lengths = topLengths;
    fftSize = 1 << (int) Math.ceil(Math.log(topLengths[0]) / Math.log(2));
    places = new int[bins][];
    re = new double[bins][];
    im = new double[bins][];
    DoubleFFT_1D fft = new DoubleFFT_1D(fftSize);
    for (int bin = 0; bin < bins; bin++) {
      double[] kernel = kernel(topLengths[bin], cycles[bin]);
      fft.complexForward(kernel);
      sparsify(bin, kernel);
    }
  }

  private double[] kernel(double length, double cycles) {
    int from = (int) Math.floor(-length / 2);
    int count = (int) Math.floor(length / 2) - from;
    double[] window = Window.HANN.values(count);
    double sum = Arrays.stream(window).sum();
    double[] kernel = new double[2 * fftSize];
    int offset = (fftSize - count) / 2;
    for (int i = 0; i < count; i++) {
      double weight = window[i] / sum * length / fftSize;
      double phase = 2 * Math.PI * cycles * (from + i);
      kernel[2 * (offset + i)] = weight * Math.cos(phase);
      kernel[2 * (offset + i) + 1] = weight * Math.sin(phase);
    }
    return kernel;
  }

  /** Keeps the bins up to half the rate, save the least that make up 1 % of all magnitudes. */
  private void sparsify(int bin, double[] spectrum) {
    int half = fftSize / 2 + 1;
    double[] magnitudes = new double[half];
    Arrays.setAll(magnitudes, k -> Math.hypot(spectrum[2 * k], spectrum[2 * k + 1]));
    double[] sorted = magnitudes.clone();
    Arrays.sort(sorted);
    double least = LEFT_OUT * Arrays.stream(sorted).sum();
    int first = 0;
    double sum = sorted[0];
    while (sum < least && first < half - 1) {
      first++;
      sum += sorted[first];
    }
    double threshold = sorted[first];
    int[] kept = IntStream.range(0, half).filter(k -> magnitudes[k] >= threshold).toArray();
    places[bin] = kept;
    re[bin] = Arrays.stream(kept).mapToDouble(k -> spectrum[2 * k]).toArray();
    im[bin] = Arrays.stream(kept).mapToDouble(k -> spectrum[2 * k + 1]).toArray();
  }

  /**
   * Writes the magnitudes of an octave.
   *
   * @param samples the clip at the octave's rate
   * @param octave 0 is the top
   * @param out {@code [frames][bins of all octaves]}
   */
  void apply(float[] samples, int octave, int frames, double[] out) {
    int bins = transform.binsPerOctave();
    int all = transform.bins();
    int hop = transform.hop() >> octave;
    Window ones = Window.of(WindowShape.RECTANGULAR, null, null);
    StftPlan plan = StftPlan.of(new Stft(fftSize, fftSize, hop, ones, Padding.ZERO));
    float[] padded = Padding.ZERO.pad(samples, fftSize);
    double[] spectrum = new double[fftSize];
    double scale = Math.sqrt(Math.pow(2, octave));
    for (int frame = 0; frame < frames; frame++) {
      plan.transform(padded, frame * hop, spectrum);
      int row = frame * all + all - (octave + 1) * bins;
      for (int bin = 0; bin < bins; bin++) {
        out[row + bin] = scale * magnitude(bin, spectrum) / Math.sqrt(lengths[bin] * (1 << octave));
      }
    }
  }

  private double magnitude(int bin, double[] spectrum) {
    double sumRe = 0;
    double sumIm = 0;
    int[] kept = places[bin];
    for (int i = 0; i < kept.length; i++) {
      int k = kept[i];
      boolean end = k == 0 || k == fftSize / 2;
      double x = end ? spectrum[k == 0 ? 0 : 1] : spectrum[2 * k];
      double y = end ? 0 : spectrum[2 * k + 1];
      sumRe += re[bin][i] * x - im[bin][i] * y;
      sumIm += re[bin][i] * y + im[bin][i] * x;
    }
    return Math.hypot(sumRe, sumIm);
  }
}
