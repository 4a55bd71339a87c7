package org.emotone.features.spectral;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** What stands before the first and after the last sample when frames are centred on time. */
public enum Padding {
  /** Zeros: librosa's {@code center=True, pad_mode="constant"}. */
  @JsonProperty("zero")
  ZERO,
  /** The signal mirrored about its first and last sample, which are not repeated. */
  @JsonProperty("reflect")
  REFLECT,
  /** The first and the last sample, repeated. */
  @JsonProperty("edge")
  EDGE,
  /**
   * Nothing: frames start at the first sample and only whole frames count, librosa's {@code
   * center=False}. A clip shorter than a frame is filled up with zeros to one frame.
   */
  @JsonProperty("none")
  NONE;

  /** The samples from which frames of {@code frame} samples are cut. */
  public float[] pad(float[] samples, int frame) {
    if (this == NONE) {
      return samples.length >= frame ? samples : Arrays.copyOf(samples, frame);
    }
    int side = frame / 2;
    float[] padded = new float[Math.addExact(samples.length, 2 * side)];
    System.arraycopy(samples, 0, padded, side, samples.length);
    if (this != ZERO) {
      for (int i = 1; i <= side; i++) {
        padded[side - i] = samples[outside(-i, samples.length)];
        padded[side + samples.length - 1 + i] =
            samples[outside(samples.length - 1 + i, samples.length)];
      }
    }
    return padded;
  }

  private int outside(int index, int length) {
    if (this == EDGE || length == 1) {
      return index < 0 ? 0 : length - 1;
    }
    int period = 2 * (length - 1);
    int folded = Math.floorMod(index, period);
    return folded < length ? folded : period - folded;
  }
}
