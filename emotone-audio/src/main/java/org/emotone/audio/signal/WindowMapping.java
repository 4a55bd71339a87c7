package org.emotone.audio.signal;

/** What turns noisy windows of samples into clean ones, such as an autoencoder. */
@FunctionalInterface
public interface WindowMapping {

  /**
   * Maps.
   *
   * @param windows {@code [windows][samples]}, each scaled so that its least sample is 0 and its
   *     greatest 1
   * @return clean windows of the same shape, on the same scale
   */
  float[][] clean(float[][] windows);
}
