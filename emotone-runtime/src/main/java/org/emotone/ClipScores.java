package org.emotone;

import java.util.List;

/**
 * What a model makes of a clip.
 *
 * @param probabilities calibrated, in the order of the manifest's classes, the means over its
 *     windows; not copied
 * @param strangeness how far it lies from what the model was trained on, more than 1 for what is
 *     unlike it ({@link Familiarity#strangeness}); 0 where the model has no guard
 */
public record ClipScores(double[] probabilities, double strangeness) {

  /** The mean of parts with weights. */
  static ClipScores weighted(List<ClipScores> parts, double[] weights) {
    List<double[]> strangeness =
        parts.stream().map(part -> new double[] {part.strangeness()}).toList();
    return new ClipScores(
        Means.weighted(parts.stream().map(ClipScores::probabilities).toList(), weights),
        Means.weighted(strangeness, weights)[0]);
  }
}
