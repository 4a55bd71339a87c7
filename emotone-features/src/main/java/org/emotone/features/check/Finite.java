package org.emotone.features.check;

/** The check of samples on their way in: one NaN would spread over the whole clip. */
public final class Finite {

  private Finite() {}

  /**
   * Checks samples.
   *
   * @throws IllegalArgumentException if there is no sample, or naming the first that is NaN or
   *     infinite
   */
  public static void check(float[] samples) {
    if (samples.length == 0) {
      throw new IllegalArgumentException("the clip has no samples");
    }
    for (int i = 0; i < samples.length; i++) {
      if (!Float.isFinite(samples[i])) {
        throw new IllegalArgumentException(
            "sample " + i + " is " + samples[i] + "; every sample must be a finite number");
      }
    }
  }
}
