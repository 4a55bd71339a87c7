package org.emotone.training.engine;

import java.util.SplittableRandom;

/** Mixes each example of a batch with another one of it (Zhang et al., 2018). */
final class Mixup {

  private Mixup() {}

  /**
   * Mixes a batch: each example keeps a share λ, drawn for it alone, and takes 1 − λ of its
   * partner's features and target, and its own length.
   *
   * @param partners of each example, its index in the batch
   * @param alpha both parameters of the Beta distribution of λ, above 0
   */
  static Batch apply(Batch batch, int[] partners, double alpha, SplittableRandom random) {
    float[] features = new float[batch.features().length];
    float[] targets = new float[batch.targets().length];
    for (int i = 0; i < batch.size(); i++) {
      float share = (float) beta(alpha, random);
      blend(batch.features(), i, partners[i], share, features, batch.size());
      blend(batch.targets(), i, partners[i], share, targets, batch.size());
    }
    return new Batch(features, targets, batch.size(), batch.lengths());
  }

  static void blend(float[] source, int own, int partner, float share, float[] target, int size) {
    int width = source.length / size;
    for (int k = 0; k < width; k++) {
      target[own * width + k] =
          share * source[own * width + k] + (1 - share) * source[partner * width + k];
    }
  }

  /**
   * A draw from Beta(α, α) (Jöhnk, 1964), in logarithms because powers of 1/α underflow for small
   * α.
   */
  static double beta(double alpha, SplittableRandom random) {
    while (true) {
      double x = Math.log(1 - random.nextDouble()) / alpha;
      double y = Math.log(1 - random.nextDouble()) / alpha;
      double larger = Math.max(x, y);
      double sum = larger + Math.log(Math.exp(x - larger) + Math.exp(y - larger));
      if (sum <= 0) {
        return Math.exp(x - sum);
      }
    }
  }
}
