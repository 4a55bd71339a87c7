package org.emotone.features.spectral;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.features.check.Bounds;
import org.emotone.features.check.Finite;
import org.jspecify.annotations.Nullable;

/**
 * The short-time Fourier transform, with the conventions of librosa 0.11's {@code stft}: the window
 * is centred in the transform, frames are centred on multiples of the hop unless the padding is
 * {@link Padding#NONE}, and nothing is scaled.
 *
 * @param fftSize length of the transform in samples, even, 16 to 65 536
 * @param windowLength length of the window in samples, 2 to {@code fftSize}
 * @param hop samples from one frame to the next, 1 to 65 536
 * @param window the window
 * @param padding what surrounds the clip
 */
@JsonPropertyOrder({"fftSize", "windowLength", "hop", "window", "padding"})
public record Stft(int fftSize, int windowLength, int hop, Window window, Padding padding) {

  /** librosa's default: 2048 samples every 512, periodic Hann window, zeros around the clip. */
  public static final Stft LIBROSA = of(null, null, null, null, null);

  /** Checks the ranges. */
  public Stft {
    Bounds.check("fftSize", fftSize, 16, 65_536);
    if (fftSize % 2 != 0) {
      throw new IllegalArgumentException("fftSize must be even, was " + fftSize);
    }
    Bounds.check("windowLength", windowLength, 2, fftSize);
    Bounds.check("hop", hop, 1, 65_536);
  }

  /**
   * Fills in what is left out (null): 2048 samples, a window of that length, a quarter of it as
   * hop, Hann, zeros around the clip.
   */
  @JsonCreator
  public static Stft of(
      @JsonProperty("fftSize") @Nullable Integer fftSize,
      @JsonProperty("windowLength") @Nullable Integer windowLength,
      @JsonProperty("hop") @Nullable Integer hop,
      @JsonProperty("window") @Nullable Window window,
      @JsonProperty("padding") @Nullable Padding padding) {
    int size = fftSize == null ? 2048 : fftSize;
    int length = windowLength == null ? size : windowLength;
    return new Stft(
        size,
        length,
        hop == null ? Math.max(1, length / 4) : hop,
        window == null ? Window.HANN : window,
        padding == null ? Padding.ZERO : padding);
  }

  /** A periodic Hann window over the whole transform, zeros around the clip. */
  public static Stft of(int fftSize, int hop) {
    return of(fftSize, null, hop, null, null);
  }

  /** Number of bins of a frame: {@code fftSize / 2 + 1}, from 0 Hz to half the sample rate. */
  public int bins() {
    return fftSize / 2 + 1;
  }

  /** The frequency of a bin in Hz. */
  public double frequency(int bin, int sampleRate) {
    return (double) bin * sampleRate / fftSize;
  }

  /** Number of frames of a clip of so many samples, at least 1. */
  public long frames(int samples) {
    long padded = padding == Padding.NONE ? Math.max(samples, fftSize) : (long) samples + fftSize;
    return 1 + (padded - fftSize) / hop;
  }

  /**
   * The transform of a clip.
   *
   * @throws IllegalArgumentException if the clip is empty, holds a sample that is not finite, or is
   *     too long for an array
   */
  public ComplexSpectrogram transform(float[] samples) {
    Finite.check(samples);
    int frames = checkedFrames(samples.length, 2L * bins());
    float[] padded = padding.pad(samples, fftSize);
    StftPlan plan = StftPlan.of(this);
    double[] spectrum = new double[fftSize];
    double[] values = new double[2 * bins() * frames];
    for (int frame = 0; frame < frames; frame++) {
      plan.transform(padded, frame * hop, spectrum);
      int row = frame * 2 * bins();
      System.arraycopy(spectrum, 0, values, row, fftSize);
      values[row + fftSize] = spectrum[1];
      values[row + 1] = 0;
    }
    return new ComplexSpectrogram(values, frames, bins());
  }

  /**
   * Squared magnitudes of the transform.
   *
   * @throws IllegalArgumentException as {@link #transform}
   */
  public Spectrogram power(float[] samples) {
    Finite.check(samples);
    int frames = checkedFrames(samples.length, bins());
    float[] padded = padding.pad(samples, fftSize);
    StftPlan plan = StftPlan.of(this);
    double[] values = new double[bins() * frames];
    LanePower lanes = plan.lanes(frames);
    if (lanes != null) {
      lanes.forEach(padded, frames, (power, first, count) -> turn(power, values, first, count));
      return new Spectrogram(values, frames, bins());
    }
    double[] spectrum = new double[fftSize];
    for (int frame = 0; frame < frames; frame++) {
      plan.power(padded, frame * hop, spectrum, values, frame * bins());
    }
    return new Spectrogram(values, frames, bins());
  }

  /** Writes rows of bins as rows of frames. */
  private static void turn(double[][] power, double[] values, int first, int count) {
    int bins = power.length;
    for (int from = 0; from < bins; from += 16) {
      int to = Math.min(bins, from + 16);
      for (int frame = 0; frame < count; frame++) {
        for (int bin = from; bin < to; bin++) {
          values[(first + frame) * bins + bin] = power[bin][frame];
        }
      }
    }
  }

  /**
   * Magnitudes of the transform.
   *
   * @throws IllegalArgumentException as {@link #transform}
   */
  public Spectrogram amplitude(float[] samples) {
    double[] values = power(samples).values();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.sqrt(values[i]);
    }
    return new Spectrogram(values, values.length / bins(), bins());
  }

  /**
   * The samples of a transform, by overlapping and adding windowed frames and dividing by the sum
   * of squared windows (Griffin and Lim, 1984), librosa 0.11's {@code istft}; {@link #transform} is
   * undone to rounding where windows overlap. The padding counts as zeros.
   *
   * @param transform {@code [frames][bins]}
   * @param length number of samples wanted; what no frame reaches is zero
   */
  public float[] inverse(ComplexSpectrogram transform, int length) {
    if (transform.bins() != bins()) {
      throw new IllegalArgumentException(
          "the transform must have " + bins() + " bins, has " + transform.bins());
    }
    return StftPlan.of(this)
        .inverse(transform, hop, padding == Padding.NONE ? 0 : fftSize / 2, length);
  }

  /** The number of frames, if their values, so many of each, fit an array. */
  int checkedFrames(int samples, long perFrame) {
    long frames = frames(samples);
    if (frames * perFrame > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "the clip is too long: "
              + frames
              + " frames of "
              + perFrame
              + " values do not fit an array; cut it into parts or use a larger hop");
    }
    return (int) frames;
  }
}
