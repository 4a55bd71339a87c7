package org.emotone.features.kaldi;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.emotone.features.check.Finite;
import org.emotone.features.spectral.FrameSpectrum;
import org.emotone.features.spectral.Spectrogram;

/**
 * Kaldi's log mel filter bank, {@code compute-fbank-feats} without dither; the samples are taken to
 * the 16-bit range first, as Kaldi reads them. An instance is immutable and shared by threads.
 */
public final class KaldiFbank {

  /** Full scale of 16-bit samples. */
  private static final double FULL_SCALE = 32_768;

  /** Least power whose logarithm is taken, Kaldi's {@code FLT_EPSILON}. */
  private static final double LEAST = Math.scalb(1.0, -23);

  private static final int MAX_CACHED = 64;

  private static final Map<Key, KaldiFbank> CACHE = new ConcurrentHashMap<>();

  private final KaldiOptions options;
  private final int sampleRate;
  private final double[] window;
  private final int fftSize;
  private final KaldiFilters filters;
  private final FrameSpectrum spectrum;

  private record Key(KaldiOptions options, int sampleRate) {}

  private KaldiFbank(KaldiOptions options, int sampleRate) {
    options.checkRate(sampleRate);
    this.options = options;
    this.sampleRate = sampleRate;
    window = options.window().values(options.frame(sampleRate));
    fftSize = Math.max(16, Integer.highestOneBit(2 * window.length - 1));
    filters = new KaldiFilters(options, sampleRate, fftSize);
    spectrum = new FrameSpectrum(fftSize);
  }

  /**
   * The filter bank for a sample rate; made once for each.
   *
   * @throws IllegalArgumentException if the parameters do not fit the rate
   */
  public static KaldiFbank of(KaldiOptions options, int sampleRate) {
    if (CACHE.size() >= MAX_CACHED) {
      CACHE.clear();
    }
    return CACHE.computeIfAbsent(
        new Key(options, sampleRate), key -> new KaldiFbank(key.options(), key.sampleRate()));
  }

  /**
   * The natural logarithm of the power in the bands, {@code [frames][bands]}; of no frame if the
   * clip is shorter than one.
   *
   * @throws IllegalArgumentException if the clip is empty or holds a sample that is not finite
   */
  public Spectrogram apply(float[] samples) {
    Finite.check(samples);
    int frames = (int) options.frames(samples.length, sampleRate);
    int bands = options.bands();
    double[] out = new double[frames * bands];
    double[] frame = new double[fftSize];
    double[] power = new double[fftSize / 2 + 1];
    for (int row = 0; row < frames; row++) {
      cut(samples, row, frame);
      prepare(frame);
      spectrum.power(frame, power);
      for (int band = 0; band < bands; band++) {
        out[row * bands + band] = Math.log(Math.max(LEAST, filters.apply(band, power)));
      }
    }
    return new Spectrogram(out, frames, bands);
  }

  private void cut(float[] samples, int row, double[] frame) {
    int hop = options.hop(sampleRate);
    int start = row * hop;
    if (options.edges() == SnipEdges.MIRROR) {
      start = hop / 2 + row * hop - window.length / 2;
    }
    for (int i = 0; i < window.length; i++) {
      frame[i] = FULL_SCALE * samples[mirrored(start + i, samples.length)];
    }
    Arrays.fill(frame, window.length, frame.length, 0);
  }

  private static int mirrored(int index, int count) {
    int folded = Math.floorMod(index, 2 * count);
    return folded < count ? folded : 2 * count - 1 - folded;
  }

  /** Takes the mean away, emphasises and weighs, in place. */
  private void prepare(double[] frame) {
    double sum = 0;
    for (int i = 0; i < window.length; i++) {
      sum += frame[i];
    }
    double mean = sum / window.length;
    double emphasis = options.preEmphasis();
    for (int i = window.length - 1; i > 0; i--) {
      frame[i] = window[i] * (frame[i] - mean - emphasis * (frame[i - 1] - mean));
    }
    frame[0] = window[0] * (frame[0] - mean) * (1 - emphasis);
  }
}
