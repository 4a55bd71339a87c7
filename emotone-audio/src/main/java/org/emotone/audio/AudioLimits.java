package org.emotone.audio;

import java.util.Locale;

/**
 * What a reader accepts; every limit is checked before memory is taken for what it bounds.
 *
 * @param maxBytes largest encoded size in bytes
 * @param maxSeconds longest duration in seconds, declared or decoded
 * @param maxChannels most channels
 * @param minSampleRate lowest sample rate in Hz
 * @param maxSampleRate highest sample rate in Hz
 */
public record AudioLimits(
    long maxBytes, double maxSeconds, int maxChannels, int minSampleRate, int maxSampleRate) {

  /** 2 GiB, one hour, 64 channels, 1 kHz to 384 kHz. */
  public static final AudioLimits DEFAULT = new AudioLimits(2L << 30, 3600, 64, 1_000, 384_000);

  /** Refuses more encoded bytes than allowed. */
  void checkBytes(String name, long bytes) throws AudioLimitException {
    if (bytes > maxBytes) {
      throw new AudioLimitException(
          "%s: larger than the limit of %s bytes".formatted(name, grouped(maxBytes)));
    }
  }

  /** Refuses a number of channels or a sample rate that is not allowed. */
  void checkFormat(String name, long channels, long sampleRate) throws AudioException {
    if (channels < 1) {
      throw new DamagedAudioException("%s: the header says %d channels".formatted(name, channels));
    }
    if (channels > maxChannels) {
      throw new AudioLimitException(
          "%s: has %d channels, the limit is %d".formatted(name, channels, maxChannels));
    }
    if (sampleRate < minSampleRate || sampleRate > maxSampleRate) {
      throw new AudioLimitException(
          "%s: has a sample rate of %d Hz, allowed are %d to %d Hz"
              .formatted(name, sampleRate, minSampleRate, maxSampleRate));
    }
  }

  /** Refuses a duration longer than allowed. */
  void checkDuration(String name, long frames, int sampleRate) throws AudioLimitException {
    if (frames > maxSeconds * sampleRate) {
      throw new AudioLimitException(
          String.format(Locale.ROOT, "%s: longer than the limit of %.6g s", name, maxSeconds));
    }
  }

  /** A count with its thousands apart: 1 200 000. */
  static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', ' ');
  }
}
