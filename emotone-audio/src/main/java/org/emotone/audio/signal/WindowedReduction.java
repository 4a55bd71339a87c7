package org.emotone.audio.signal;

import java.util.Arrays;
import org.emotone.audio.Waveform;

/**
 * Noise reduction on short windows of samples, one after the other without overlap: each is scaled
 * to 0 … 1, mapped, and scaled back. The last window ends where the clip ends.
 *
 * <p>It works at 16 kHz; clips of another rate are brought there and back.
 *
 * @param length samples of a window, at least 2
 * @param mapping from noisy windows to clean ones
 */
public record WindowedReduction(int length, WindowMapping mapping) implements NoiseReduction {

  /** Windows that are mapped at once. */
  private static final int BATCH = 512;

  /** Checks the length. */
  public WindowedReduction {
    if (length < 2) {
      throw new IllegalArgumentException("length must be at least 2 samples, was " + length);
    }
  }

  /**
   * Scales a window so that its least sample is 0 and its greatest 1.
   *
   * @param low what becomes 0
   * @param high what becomes 1; where it is no more than {@code low}, all becomes 0
   */
  public static float[] scaled(float[] samples, int start, int length, float low, float high) {
    float[] window = new float[length];
    for (int i = 0; i < length && high > low; i++) {
      window[i] = (samples[start + i] - low) / (high - low);
    }
    return window;
  }

  /** The least and the greatest of some samples. */
  public static float[] range(float[] samples, int start, int length) {
    float low = samples[start];
    float high = samples[start];
    for (int i = start; i < start + length; i++) {
      low = Math.min(low, samples[i]);
      high = Math.max(high, samples[i]);
    }
    return new float[] {low, high};
  }

  @Override
  public Waveform apply(Waveform noisy) {
    Waveform heard = Resampler.resample(noisy, SpectralMask.SAMPLE_RATE);
    float[] samples = heard.samples();
    if (samples.length < length) {
      samples = Arrays.copyOf(samples, length);
    }
    float[] clean = new float[samples.length];
    int windows = (samples.length + length - 1) / length;
    for (int first = 0; first < windows; first += BATCH) {
      map(samples, clean, first, Math.min(windows, first + BATCH));
    }
    Waveform whole = new Waveform(Arrays.copyOf(clean, heard.length()), heard.sampleRate());
    Waveform back = Resampler.resample(whole, noisy.sampleRate());
    return new Waveform(Arrays.copyOf(back.samples(), noisy.length()), noisy.sampleRate());
  }

  private void map(float[] samples, float[] clean, int first, int end) {
    float[][] noisy = new float[end - first][];
    float[][] ranges = new float[end - first][];
    for (int window = first; window < end; window++) {
      int start = Math.min(window * length, samples.length - length);
      ranges[window - first] = range(samples, start, length);
      noisy[window - first] =
          scaled(samples, start, length, ranges[window - first][0], ranges[window - first][1]);
    }
    float[][] mapped = mapping.clean(noisy);
    for (int window = first; window < end; window++) {
      int start = Math.min(window * length, samples.length - length);
      float[] range = ranges[window - first];
      for (int i = 0; i < length; i++) {
        clean[start + i] = range[0] + (range[1] - range[0]) * mapped[window - first][i];
      }
    }
  }
}
