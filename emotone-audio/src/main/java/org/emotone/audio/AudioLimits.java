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
 * @param maxExpansion most samples (of all channels) that one encoded byte may unfold to on
 *     average; the first {@value #FREE_SAMPLES} samples are free, as short files are mostly header
 */
public record AudioLimits(
    long maxBytes,
    double maxSeconds,
    int maxChannels,
    int minSampleRate,
    int maxSampleRate,
    double maxExpansion) {

  /**
   * 16 GiB, 24 hours, 64 channels, 1 kHz to 384 kHz, 4096 samples per byte. Digital silence, the
   * most compressible audio there is, takes a byte for about 600 samples in FLAC and 1920 in Opus.
   */
  public static final AudioLimits DEFAULT =
      new AudioLimits(16L << 30, 24 * 3600, 64, 1_000, 384_000, 4096);

  private static final int FREE_SAMPLES = 1 << 22;

  /** Limits with the expansion of {@link #DEFAULT}. */
  public AudioLimits(
      long maxBytes, double maxSeconds, int maxChannels, int minSampleRate, int maxSampleRate) {
    this(maxBytes, maxSeconds, maxChannels, minSampleRate, maxSampleRate, DEFAULT_EXPANSION);
  }

  private static final double DEFAULT_EXPANSION = 4096;

  /** The same limits for files of another size, in bytes. */
  public AudioLimits withMaxBytes(long bytes) {
    return new AudioLimits(
        bytes, maxSeconds, maxChannels, minSampleRate, maxSampleRate, maxExpansion);
  }

  /** The same limits for another duration, in seconds. */
  public AudioLimits withMaxSeconds(double seconds) {
    return new AudioLimits(
        maxBytes, seconds, maxChannels, minSampleRate, maxSampleRate, maxExpansion);
  }

  /** The same limits for another expansion, in samples per encoded byte. */
  public AudioLimits withMaxExpansion(double samplesPerByte) {
    return new AudioLimits(
        maxBytes, maxSeconds, maxChannels, minSampleRate, maxSampleRate, samplesPerByte);
  }

  /** Refuses more encoded bytes than allowed. */
  void checkBytes(String name, long bytes) throws AudioLimitException {
    if (bytes > maxBytes) {
      throw new AudioLimitException(
          "%s: larger than the limit of %s bytes".formatted(name, grouped(maxBytes)),
          name,
          maxBytes);
    }
  }

  /** Refuses a number of channels or a sample rate that is not allowed. */
  void checkFormat(String name, long offset, long channels, long sampleRate) throws AudioException {
    if (channels < 1) {
      throw new DamagedAudioException(
          "%s: the header says %d channels; export it again".formatted(name, channels),
          name,
          offset);
    }
    if (channels > maxChannels) {
      throw new AudioLimitException(
          "%s: has %d channels, the limit is %d".formatted(name, channels, maxChannels),
          name,
          offset);
    }
    if (sampleRate < minSampleRate || sampleRate > maxSampleRate) {
      throw new AudioLimitException(
          "%s: has a sample rate of %d Hz, allowed are %d to %d Hz"
              .formatted(name, sampleRate, minSampleRate, maxSampleRate),
          name,
          offset);
    }
  }

  /** Refuses a duration longer than allowed. */
  void checkDuration(String name, long offset, long frames, int sampleRate)
      throws AudioLimitException {
    if (frames > maxSeconds * sampleRate) {
      throw new AudioLimitException(
          String.format(Locale.ROOT, "%s: longer than the limit of %.6g s", name, maxSeconds),
          name,
          offset);
    }
  }

  /** Refuses what unfolds to far more than it takes, as only files made to do harm do. */
  void checkExpansion(String name, long bytes, double samples) throws AudioLimitException {
    if (samples > FREE_SAMPLES + maxExpansion * bytes) {
      throw new AudioLimitException(
          String.format(
              Locale.ROOT,
              "%s: its first %s bytes unfold to more than %.6g samples each; convert it with a tool"
                  + " that you trust if it is meant to be so",
              name,
              grouped(bytes),
              maxExpansion),
          name,
          bytes);
    }
  }

  /** A count with its thousands apart: 1 200 000. */
  static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', ' ');
  }
}
