package org.emotone.audio.signal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.emotone.audio.Waveform;

/**
 * Changes the sample rate with a windowed-sinc low-pass filter, without delay, as good as a {@link
 * ResamplingQuality} says. Beyond both ends the audio is taken to be silent.
 *
 * <p>{@link ResamplingStream} does the same block by block.
 */
public final class Resampler {
  private static final int MAX_RATIO = 1024;
  private static final int CACHED_FILTERS = 16;

  private static final Map<Design, PolyphaseFilter> FILTERS =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Design, PolyphaseFilter> eldest) {
          return size() > CACHED_FILTERS;
        }
      };

  private record Design(int up, int down, ResamplingQuality quality) {}

  private Resampler() {}

  /** Resamples with {@link ResamplingQuality#HIGH}. */
  public static Waveform resample(Waveform waveform, int sampleRate) {
    return resample(waveform, sampleRate, ResamplingQuality.HIGH);
  }

  /**
   * Resamples.
   *
   * @param sampleRate the new rate in Hz, positive, at most 1024 times higher or lower than the old
   *     one
   * @return ⌈length × new rate / old rate⌉ samples; the waveform itself if it has that rate
   */
  public static Waveform resample(Waveform waveform, int sampleRate, ResamplingQuality quality) {
    if (sampleRate == waveform.sampleRate()) {
      return waveform;
    }
    PolyphaseFilter filter = filter(waveform.sampleRate(), sampleRate, quality);
    long length = length(waveform.length(), filter);
    if (length > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "%d samples at %d Hz do not fit into memory".formatted(length, sampleRate));
    }
    return new Waveform(filter.apply(waveform.samples(), 0, 0, (int) length), sampleRate);
  }

  /** Samples that as many input samples become. */
  static long length(long samples, PolyphaseFilter filter) {
    return (samples * filter.up() + filter.down() - 1) / filter.down();
  }

  /**
   * The filter between two rates, designed once.
   *
   * @throws IllegalArgumentException if a rate is not positive or they are too far apart
   */
  static PolyphaseFilter filter(int from, int to, ResamplingQuality quality) {
    if (to < 1 || from < 1 || to > (long) from * MAX_RATIO || from > (long) to * MAX_RATIO) {
      throw new IllegalArgumentException(
          "cannot resample from %d Hz to %d Hz: the new rate must be positive and within a factor of"
                  .formatted(from, to)
              + " %d of the old one".formatted(MAX_RATIO));
    }
    int divisor = greatestCommonDivisor(from, to);
    Design design = new Design(to / divisor, from / divisor, quality);
    synchronized (FILTERS) {
      PolyphaseFilter known = FILTERS.get(design);
      if (known != null) {
        return known;
      }
    }
    // Designed outside of the lock: at worst two threads design the same one.
    PolyphaseFilter filter = new PolyphaseFilter(design.up, design.down, quality);
    synchronized (FILTERS) {
      FILTERS.put(design, filter);
    }
    return filter;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
