package org.emotone;

import java.util.List;

/**
 * What a network makes of one window.
 *
 * @param probabilities calibrated, in the order of the manifest's classes; not copied
 * @param strangeness how far it lies from what the model was trained on ({@link
 *     Familiarity#strangeness}); 0 where the model has no {@link Guard}
 */
public record WindowScores(float[] probabilities, double strangeness) {

  /** The mean of several windows. */
  static ClipScores mean(List<WindowScores> windows) {
    return new ClipScores(
        Means.of(windows.stream().map(WindowScores::probabilities).toList()),
        windows.stream().mapToDouble(WindowScores::strangeness).average().orElse(0));
  }
}
