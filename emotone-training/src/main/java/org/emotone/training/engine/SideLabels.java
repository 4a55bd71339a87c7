package org.emotone.training.engine;

/**
 * The labels of examples in a {@link SideTask}.
 *
 * @param classes of the task, at least 2
 * @param labels class of each example, -1 where it is not known; such examples teach the task
 *     nothing
 */
public record SideLabels(int classes, int[] labels) {

  /** Checks the labels. */
  public SideLabels {
    if (classes < 2) {
      throw new IllegalArgumentException("A task needs at least 2 classes, has " + classes);
    }
    for (int label : labels) {
      if (label < -1 || label >= classes) {
        throw new IllegalArgumentException(
            "A label of " + label + " is not among " + classes + " classes");
      }
    }
  }
}
