package org.emotone.training.robustness;

/**
 * A figure held against a published threshold.
 *
 * @param test what is asked for, such as {@code recall of each class}
 * @param of what it was measured of, such as {@code sad}; empty if there is but one
 * @param value the figure
 * @param threshold what it must reach, or must not exceed
 * @param atLeast whether it must reach the threshold; otherwise it must not exceed it
 * @param source where the threshold is from
 */
public record Check(
    String test, String of, double value, double threshold, boolean atLeast, String source) {

  /** Whether it is met. */
  public boolean passed() {
    return atLeast ? value >= threshold : value <= threshold;
  }
}
