package org.emotone.training.engine;

import java.util.Arrays;
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
 * @param sides labels of further tasks, in the order of {@link TrainerOptions#sideTasks}
 */
public record Examples(
    List<FeatureMatrix> features,
    int[] labels,
    List<String> ids,
    int[] groups,
    List<float[]> targets,
    List<SideLabels> sides) {

  /** Checks that there is one of everything per example. */
  public Examples {
    features = List.copyOf(features);
    ids = List.copyOf(ids);
    targets = List.copyOf(targets);
    sides = List.copyOf(sides);
    int size = features.size();
    count("labels", labels.length, size);
    count("ids", ids.size(), size);
    count("groups", groups.length, groups.length == 0 ? 0 : size);
    count("targets", targets.size(), targets.isEmpty() ? 0 : size);
    for (SideLabels side : sides) {
      count("labels of a further task", side.labels().length, size);
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
    this(features, labels, ids, groups, List.of(), List.of());
  }

  /** Examples of one group. */
  public Examples(List<FeatureMatrix> features, int[] labels, List<String> ids) {
    this(features, labels, ids, new int[0]);
  }

  /** The same with shares of several classes to learn; labels still decide on sampling. */
  public Examples withTargets(List<float[]> shares) {
    return new Examples(features, labels, ids, groups, shares, sides);
  }

  /** The same with labels of further tasks. */
  public Examples withSides(List<SideLabels> further) {
    return new Examples(features, labels, ids, groups, targets, further);
  }

  /**
   * Some of the examples, in any order and as often as is wanted, with other features and names.
   *
   * @param chosen indices of examples
   * @param matrices of each that is chosen
   * @param names of each that is chosen
   */
  public Examples select(int[] chosen, List<FeatureMatrix> matrices, List<String> names) {
    return new Examples(
        matrices,
        pick(labels, chosen),
        names,
        groups.length == 0 ? groups : pick(groups, chosen),
        targets.isEmpty() ? targets : Arrays.stream(chosen).mapToObj(targets::get).toList(),
        sides.stream()
            .map(side -> new SideLabels(side.classes(), pick(side.labels(), chosen)))
            .toList());
  }

  private static int[] pick(int[] values, int[] chosen) {
    return Arrays.stream(chosen).map(i -> values[i]).toArray();
  }

  private static void count(String what, int found, int expected) {
    if (found != expected) {
      throw new IllegalArgumentException(
          "There are %d feature matrices, but %d %s".formatted(expected, found, what));
    }
  }

  /** Number of examples. */
  public int size() {
    return labels.length;
  }
}
