package org.emotone.training.engine;

/**
 * The targets of the training loss: a share for each class, times the weight of the class, and then
 * the same for each further task, whose loss' weight they are times.
 */
final class Targets {

  private final Examples examples;
  private final TrainerOptions options;
  private final int classes;
  private final float[] weights;

  /** Counts the classes of the training examples where weights depend on it. */
  Targets(int classes, TrainerOptions options, Examples examples) {
    this.classes = classes;
    this.options = options;
    this.examples = examples;
    int[] counts = new int[classes];
    for (int label : examples.labels()) {
      counts[label]++;
    }
    this.weights = options.classWeights().weights(counts);
  }

  /** Number of outputs that examples have targets for. */
  static int width(int classes, Examples examples) {
    return classes + examples.sides().stream().mapToInt(SideLabels::classes).sum();
  }

  /** Writes the target of an example, {@code [width]} from {@code offset} on. */
  void write(int example, float[] target, int offset) {
    float smoothing = (float) options.labelSmoothing();
    int label = examples.labels()[example];
    for (int c = 0; c < classes; c++) {
      float own =
          examples.targets().isEmpty()
              ? (c == label ? 1 - smoothing : 0)
              : (1 - smoothing) * examples.targets().get(example)[c];
      target[offset + c] = weights[c] * (smoothing / classes + own);
    }
    int next = offset + classes;
    for (int task = 0; task < examples.sides().size(); task++) {
      SideLabels side = examples.sides().get(task);
      if (side.labels()[example] >= 0) {
        target[next + side.labels()[example]] = (float) options.sideTasks().get(task).weight();
      }
      next += side.classes();
    }
  }
}
