package org.emotone.training.engine;

import java.util.List;
import org.emotone.features.FeatureMatrix;

/**
 * Labelled feature matrices of any lengths and one width.
 *
 * @param features one matrix per example, each of at least one frame
 * @param labels class index of each
 * @param ids name of each, for messages
 * @param groups group of each (its corpus, say) from 0, for {@link Sampling#BALANCED_CORPORA};
 *     empty where all are one group
 * @param targets of each the share of every class, {@code [classes]}, which add up to 1; empty
 *     where the label has all
 */
public record Examples(
    List<FeatureMatrix> features,
    int[] labels,
    List<String> ids,
    int[] groups,
    List<float[]> targets) {

  /** Checks that there is one of everything per example. */
  public Examples {
    features = List.copyOf(features);
    ids = List.copyOf(ids);
    targets = List.copyOf(targets);
    if (!targets.isEmpty() && targets.size() != features.size()) {
      throw new IllegalArgumentException(
          "There are %d feature matrices, but %d targets"
              .formatted(features.size(), targets.size()));
    }
    if (labels.length != features.size()
        || ids.size() != features.size()
        || (groups.length != 0 && groups.length != features.size())) {
      throw new IllegalArgumentException(
          "There are "
              + features.size()
              + " feature matrices, but "
              + labels.length
              + " labels, "
              + ids.size()
              + " ids and "
              + groups.length
              + " groups");
    }
    for (int i = 0; i < features.size(); i++) {
      if (features.get(i).frames() == 0) {
        throw new IllegalArgumentException(ids.get(i) + " has no frame");
      }
      if (labels[i] < 0) {
        throw new IllegalArgumentException(ids.get(i) + " has the label " + labels[i]);
      }
    }
  }

  /** Examples whose label has all. */
  public Examples(List<FeatureMatrix> features, int[] labels, List<String> ids, int[] groups) {
    this(features, labels, ids, groups, List.of());
  }

  /** Examples of one group. */
  public Examples(List<FeatureMatrix> features, int[] labels, List<String> ids) {
    this(features, labels, ids, new int[0]);
  }

  /** The same with shares of several classes to learn; labels still decide on sampling. */
  public Examples withTargets(List<float[]> shares) {
    return new Examples(features, labels, ids, groups, shares);
  }

  /** Number of examples. */
  public int size() {
    return labels.length;
  }
}
