package org.emotone.audio;

/**
 * Mono audio in memory.
 *
 * @param samples amplitudes, nominally in −1 … 1; the array is shared, not copied, and must not be
 *     changed by a receiver
 * @param sampleRate samples per second, in Hz, positive
 */
public record Waveform(float[] samples, int sampleRate) {

  /** Checks the sample rate. */
  public Waveform {
    if (sampleRate <= 0) {
      throw new IllegalArgumentException("sampleRate must be positive, was " + sampleRate + " Hz");
    }
  }

  /** Number of samples. */
  public int length() {
    return samples.length;
  }

  /** Duration in seconds. */
  public double duration() {
    return (double) samples.length / sampleRate;
  }
}
