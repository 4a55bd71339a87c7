package org.emotone.features.spectral;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.emotone.features.check.Bounds;

/**
 * The orthonormal discrete cosine transform, type II, of which the first coefficients are kept,
 * with the liftering of cepstra: librosa 0.11's {@code mfcc(dct_type=2, norm="ortho", lifter=L)}.
 *
 * <p>Coefficient n of bands x is {@code s(n) Σ x(k) cos(π n (2k + 1) / 2K)} with {@code s(0) =
 * √(1/K)} and {@code s(n) = √(2/K)}; with a lifter L it is multiplied by {@code 1 + L/2 · sin(π (n
 * + 1) / L)}. An instance is immutable and shared by threads.
 */
public final class Dct {

  private static final int MAX_CACHED = 64;

  private static final Map<Key, Dct> CACHE = new ConcurrentHashMap<>();

  private record Key(int bands, int coefficients, double lifter) {}

  private final int bands;
  private final int coefficients;
  private final double[][] basis;

  /**
   * A transform.
   *
   * @param bands number of values that go in, 1 to 4096
   * @param coefficients number of values that come out, 1 to {@code bands}
   * @param lifter L of the liftering, 0 to 10 000; 0 is none
   */
  public Dct(int bands, int coefficients, double lifter) {
    Bounds.check("bands", bands, 1, 4096);
    Bounds.check("coefficients", coefficients, 1, bands);
    Bounds.check("lifter", lifter, 0, 10_000);
    this.bands = bands;
    this.coefficients = coefficients;
    basis = new double[bands][coefficients];
    for (int n = 0; n < coefficients; n++) {
      double scale = Math.sqrt((n == 0 ? 1.0 : 2.0) / bands);
      if (lifter > 0) {
        scale *= 1 + lifter / 2 * Math.sin(Math.PI * (n + 1) / lifter);
      }
      for (int k = 0; k < bands; k++) {
        basis[k][n] = scale * Math.cos(Math.PI * n * (2 * k + 1) / (2.0 * bands));
      }
    }
  }

  /** A transform that is made once for all who ask for the same; see the constructor. */
  public static Dct of(int bands, int coefficients, double lifter) {
    if (CACHE.size() >= MAX_CACHED) {
      CACHE.clear();
    }
    return CACHE.computeIfAbsent(
        new Key(bands, coefficients, lifter),
        key -> new Dct(key.bands(), key.coefficients(), key.lifter()));
  }

  /** Number of values that go in. */
  public int bands() {
    return bands;
  }

  /** Number of values that come out. */
  public int coefficients() {
    return coefficients;
  }

  /** The cepstra of a spectrogram of bands, usually in dB: {@code [frames][coefficients]}. */
  public Spectrogram apply(Spectrogram spectrogram) {
    if (spectrogram.bins() != bands) {
      throw new IllegalArgumentException(
          "the spectrogram must have " + bands + " bands, has " + spectrogram.bins());
    }
    int frames = spectrogram.frames();
    double[] values = new double[frames * coefficients];
    for (int frame = 0; frame < frames; frame++) {
      apply(spectrogram.values(), frame * bands, values, frame * coefficients);
    }
    return new Spectrogram(values, frames, coefficients);
  }

  /** Transforms one row: loops over coefficients, not over bands, as the compiler wants them. */
  void apply(double[] in, int from, double[] out, int to) {
    double[] sums = new double[coefficients];
    int whole = bands & ~3;
    for (int k = 0; k < whole; k += 4) {
      LaneKernels.add(
          sums,
          basis[k],
          basis[k + 1],
          basis[k + 2],
          basis[k + 3],
          in[from + k],
          in[from + k + 1],
          in[from + k + 2],
          in[from + k + 3],
          coefficients);
    }
    for (int k = whole; k < bands; k++) {
      LaneKernels.add(sums, basis[k], in[from + k], coefficients);
    }
    System.arraycopy(sums, 0, out, to, coefficients);
  }
}
