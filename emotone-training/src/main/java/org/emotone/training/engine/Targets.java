package org.emotone.training.engine;

/** The soft targets of the training loss. */
final class Targets {

  private final int classes;
  private final float smoothing;
  private final float[] weights;

  /** Counts the classes of the training examples where weights depend on it. */
  Targets(int classes, TrainerOptions options, int[] labels) {
    this.classes = classes;
    this.smoothing = (float) options.labelSmoothing();
    this.weights = weights(classes, options.classWeights(), labels);
  }

  /** The weight of each class in the loss; 0 for a class without an example when balanced. */
  static float[] weights(int classes, ClassWeights kind, int[] labels) {
    float[] weights = new float[classes];
    int[] counts = new int[classes];
    for (int label : labels) {
      counts[label]++;
    }
    double sum = 0;
    int present = 0;
    for (int count : counts) {
      sum += count > 0 ? 1.0 / count : 0;
      present += count > 0 ? 1 : 0;
    }
    for (int c = 0; c < classes; c++) {
      boolean alike = kind == ClassWeights.NONE;
      weights[c] = alike ? 1 : counts[c] > 0 ? (float) (present / sum / counts[c]) : 0;
    }
    return weights;
  }

  /** Writes the target of an example, {@code [classes]} from {@code offset} on. */
  void write(int label, float[] target, int offset) {
    float[] shares = new float[classes];
    shares[label] = 1;
    write(shares, target, offset);
  }

  /** Writes the target of an example of which several classes may have a share. */
  void write(float[] shares, float[] target, int offset) {
    for (int c = 0; c < classes; c++) {
      target[offset + c] = weights[c] * (smoothing / classes + (1 - smoothing) * shares[c]);
    }
  }
}
