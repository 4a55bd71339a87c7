package org.emotone.features;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.emotone.audio.Waveform;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * What a {@link LogMel} needs at one sample rate: window, transform and filters, made once.
 *
 * <p>A plan is immutable and shared by threads; each call has its own buffers. The transform is in
 * double precision: quiet bands beside loud ones would otherwise carry the loud ones' rounding.
 * Transforms of up to 8192 samples stay on the calling thread in JTransforms.
 */
final class LogMelPlan {

  /** More configurations than any one program uses; a plan is some 100 kB. */
  private static final int MAX_CACHED = 64;

  private static final Map<Key, LogMelPlan> CACHE = new ConcurrentHashMap<>();

  private final LogMel parameters;
  private final int hop;
  private final int fftSize;
  private final int offset;
  private final double[] window;
  private final DoubleFFT_1D fft;
  private final MelFilterBank filters;

  private record Key(LogMel parameters, int sampleRate) {}

  private LogMelPlan(LogMel parameters, int sampleRate) {
    parameters.checkRate(sampleRate);
    this.parameters = parameters;
    hop = parameters.hop(sampleRate);
    fftSize = parameters.fftSize(sampleRate);
    window = hann(parameters.window(sampleRate));
    offset = (fftSize - window.length) / 2;
    fft = new DoubleFFT_1D(fftSize);
    filters =
        new MelFilterBank(
            sampleRate,
            fftSize,
            parameters.bands(),
            parameters.minHz(),
            parameters.maxHz(),
            parameters.scale(),
            parameters.norm());
  }

  static LogMelPlan of(LogMel parameters, int sampleRate) {
    if (CACHE.size() >= MAX_CACHED) {
      CACHE.clear();
    }
    return CACHE.computeIfAbsent(
        new Key(parameters, sampleRate), key -> new LogMelPlan(key.parameters(), key.sampleRate()));
  }

  /** The periodic Hann window, whose period is its length. */
  private static double[] hann(int length) {
    double[] window = new double[length];
    for (int i = 0; i < length; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
    }
    return window;
  }

  FeatureMatrix extract(Waveform waveform) {
    float[] samples = waveform.samples();
    Finite.check(samples);
    float[] padded = parameters.padding().pad(samples, fftSize);
    int frames = 1 + (padded.length - fftSize) / hop;
    int bands = parameters.bands();
    if ((long) frames * bands > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "the clip is too long: " + frames + " frames of " + bands + " bands; cut it into parts");
    }
    float[] values = new float[frames * bands];
    double[] spectrum = new double[fftSize];
    double[] power = new double[fftSize / 2 + 1];
    for (int frame = 0; frame < frames; frame++) {
      power(padded, frame * hop, spectrum, power);
      for (int band = 0; band < bands; band++) {
        values[frame * bands + band] = decibels(filters.apply(band, power));
      }
    }
    shift(values);
    return new FeatureMatrix(values, frames, bands);
  }

  private void power(float[] padded, int start, double[] spectrum, double[] power) {
    Arrays.fill(spectrum, 0, offset, 0);
    Arrays.fill(spectrum, offset + window.length, fftSize, 0);
    for (int i = 0; i < window.length; i++) {
      spectrum[offset + i] = window[i] * padded[start + offset + i];
    }
    fft.realForward(spectrum);
    int half = fftSize / 2;
    power[0] = spectrum[0] * spectrum[0];
    power[half] = spectrum[1] * spectrum[1];
    for (int bin = 1; bin < half; bin++) {
      double re = spectrum[2 * bin];
      double im = spectrum[2 * bin + 1];
      power[bin] = re * re + im * im;
    }
  }

  private float decibels(double power) {
    return (float) Math.max(parameters.floorDb(), 10 * Math.log10(power));
  }

  /** Applies what depends on the clip's loudest value. */
  private void shift(float[] values) {
    boolean relative = parameters.reference() == Reference.CLIP_MAXIMUM;
    Double range = parameters.rangeDb();
    if (!relative && range == null) {
      return;
    }
    float loudest = Float.NEGATIVE_INFINITY;
    for (float value : values) {
      loudest = Math.max(loudest, value);
    }
    float quietest = range == null ? Float.NEGATIVE_INFINITY : loudest - range.floatValue();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(values[i], quietest) - (relative ? loudest : 0);
    }
  }
}
