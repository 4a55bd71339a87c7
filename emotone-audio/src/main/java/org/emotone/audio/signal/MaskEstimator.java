package org.emotone.audio.signal;

/** What tells speech from noise in a spectrogram, such as a network that has learned it. */
@FunctionalInterface
public interface MaskEstimator {

  /**
   * Estimates how much of each point is speech.
   *
   * @param features {@code [frames][}{@link SpectralMask#BINS}{@code ]} as {@link
   *     SpectralMask#features} gives them
   * @return gains of the same shape, 0 to 1
   */
  float[][] masks(float[][] features);
}
