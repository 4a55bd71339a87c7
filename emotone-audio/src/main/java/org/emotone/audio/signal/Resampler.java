package org.emotone.audio.signal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.emotone.audio.Waveform;

/**
 * Changes the sample rate with a windowed-sinc low-pass filter, without delay.
 *
 * <p>The pass band reaches to 0.9 of the lower of both Nyquist frequencies and is flat there within
 * 0.1 dB; from that Nyquist frequency on everything is at least 90 dB down, so nothing folds back.
 * Beyond both ends the audio is taken to be silent.
 */
public final class Resampler {
  private static final int MAX_RATIO = 1024;
  private static final int CACHED_FILTERS = 16;

  private static final Map<Ratio, PolyphaseFilter> FILTERS =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Ratio, PolyphaseFilter> eldest) {
          return size() > CACHED_FILTERS;
        }
      };

  private record Ratio(int up, int down) {}

  private Resampler() {}

  /**
   * Resamples.
   *
   * @param sampleRate the new rate in Hz, positive, at most 1024 times higher or lower than the old
   *     one
   * @return ⌈length × new rate / old rate⌉ samples; the waveform itself if it has that rate
   */
  public static Waveform resample(Waveform waveform, int sampleRate) {
    int from = waveform.sampleRate();
    if (sampleRate == from) {
      return waveform;
    }
    if (sampleRate < 1
        || sampleRate > (long) from * MAX_RATIO
        || from > (long) sampleRate * MAX_RATIO) {
      throw new IllegalArgumentException(
          "cannot resample from %d Hz to %d Hz: the new rate must be positive and within a factor of"
                  .formatted(from, sampleRate)
              + " %d of the old one".formatted(MAX_RATIO));
    }
    int divisor = greatestCommonDivisor(from, sampleRate);
    Ratio ratio = new Ratio(sampleRate / divisor, from / divisor);
    long length = ((long) waveform.length() * ratio.up + ratio.down - 1) / ratio.down;
    if (length > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "%d samples at %d Hz do not fit into memory".formatted(length, sampleRate));
    }
    float[] samples = filter(ratio).apply(waveform.samples(), (int) length);
    return new Waveform(samples, sampleRate);
  }

  private static PolyphaseFilter filter(Ratio ratio) {
    synchronized (FILTERS) {
      PolyphaseFilter known = FILTERS.get(ratio);
      if (known != null) {
        return known;
      }
    }
    // Designed outside of the lock: at worst two threads design the same one.
    PolyphaseFilter filter = new PolyphaseFilter(ratio.up, ratio.down);
    synchronized (FILTERS) {
      FILTERS.put(ratio, filter);
    }
    return filter;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
