package org.emotone.audio;

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
}
