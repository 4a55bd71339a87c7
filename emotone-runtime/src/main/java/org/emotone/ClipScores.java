package org.emotone;

import java.util.List;

/**
 * What a network makes of a clip: the means over its windows.
 *
 * @param probabilities calibrated, in the order of the manifest's classes; not copied
 * @param strangeness 0 where the model has no guard
 */
record ClipScores(double[] probabilities, double strangeness) {

  /** The mean of parts with weights. */
  static ClipScores weighted(List<ClipScores> parts, double[] weights) {
    List<double[]> strangeness =
        parts.stream().map(part -> new double[] {part.strangeness()}).toList();
    return new ClipScores(
        Means.weighted(parts.stream().map(ClipScores::probabilities).toList(), weights),
        Means.weighted(strangeness, weights)[0]);
  }
}
