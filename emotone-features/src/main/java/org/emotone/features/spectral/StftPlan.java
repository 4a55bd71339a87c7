package org.emotone.features.spectral;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What an {@link Stft} needs, made once and shared by threads: the window and the transform. */
final class StftPlan {

  /** More configurations than any one program uses; a plan is some 100 kB. */
  private static final int MAX_CACHED = 64;

  private static final Map<Stft, StftPlan> CACHE = new ConcurrentHashMap<>();

  private final int fftSize;
  private final int offset;
  private final double[] window;
  private final RealFft fft;
  private final @Nullable LanePower lanes;

  private StftPlan(Stft stft) {
    fftSize = stft.fftSize();
    window = stft.window().values(stft.windowLength());
    offset = (fftSize - window.length) / 2;
    fft = new RealFft(fftSize);
    lanes = LanePower.supports(fftSize, stft.hop()) ? new LanePower(wide(), stft.hop()) : null;
  }

  /** The window over the whole transform. */
  private double[] wide() {
    double[] wide = new double[fftSize];
    System.arraycopy(window, 0, wide, offset, window.length);
    return wide;
  }

  /** The way to many frames' power at once; null if these are few or of an odd size. */
  @Nullable LanePower lanes(int frames) {
    return frames >= LanePower.LEAST_FRAMES ? lanes : null;
  }

  static StftPlan of(Stft stft) {
    if (CACHE.size() >= MAX_CACHED) {
      CACHE.clear();
    }
    return CACHE.computeIfAbsent(stft, StftPlan::new);
  }

  /** The packed spectrum of the frame that begins at a sample of the padded clip. */
  void transform(float[] padded, int start, double[] spectrum) {
    Arrays.fill(spectrum, 0, offset, 0);
    Arrays.fill(spectrum, offset + window.length, fftSize, 0);
    int from = start + offset;
    for (int i = 0; i < window.length; i++) {
      spectrum[offset + i] = window[i] * padded[from + i];
    }
    fft.forward(spectrum);
  }

  /** Writes the power of the bins of a frame to {@code power} from {@code to} on. */
  void power(float[] padded, int start, double[] spectrum, double[] power, int to) {
    transform(padded, start, spectrum);
    int half = fftSize / 2;
    power[to] = spectrum[0] * spectrum[0];
    power[to + half] = spectrum[1] * spectrum[1];
    for (int bin = 1; bin < half; bin++) {
      double re = spectrum[2 * bin];
      double im = spectrum[2 * bin + 1];
      power[to + bin] = re * re + im * im;
    }
  }

  /** The samples of a transform from {@code skipped} on. */
  float[] inverse(ComplexSpectrogram transform, int hop, int skipped, int length) {
    double[] sum = new double[length];
    double[] weights = new double[length];
    double[] spectrum = new double[fftSize];
    for (int frame = 0; frame < transform.frames(); frame++) {
      int start = frame * hop - skipped;
      if (start >= length) {
        break;
      }
      int row = 2 * frame * transform.bins();
      System.arraycopy(transform.values(), row, spectrum, 0, fftSize);
      spectrum[1] = transform.values()[row + fftSize];
      fft.inverse(spectrum);
      int from = Math.max(0, -start - offset);
      int to = Math.min(window.length, length - start - offset);
      for (int i = from; i < to; i++) {
        sum[start + offset + i] += window[i] * spectrum[offset + i];
        weights[start + offset + i] += window[i] * window[i];
      }
    }
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (weights[i] > Double.MIN_NORMAL ? sum[i] / weights[i] : sum[i]);
    }
    return samples;
  }
}
