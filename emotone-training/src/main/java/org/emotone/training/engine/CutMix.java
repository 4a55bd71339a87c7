package org.emotone.training.engine;

import java.util.SplittableRandom;

/** Puts a rectangle of another example of the batch into each one (CutMix: Yun et al., 2019). */
final class CutMix {

  private CutMix() {}

  /**
   * Cuts a batch: with λ drawn for each example alone, a rectangle of √(1 − λ) of its frames and
   * coefficients around a point drawn uniformly, what lies outside cut off, comes from its partner;
   * the target is mixed by the part that it covers.
   *
   * @param partners of each example, its index in the batch
   * @param alpha both parameters of the Beta distribution of λ, above 0
   * @param frames of each example, with its padding
   */
  static Batch apply(
      Batch batch, int[] partners, double alpha, int frames, SplittableRandom random) {
    int width = batch.features().length / batch.size() / frames;
    float[] features = batch.features().clone();
    float[] targets = new float[batch.targets().length];
    for (int i = 0; i < batch.size(); i++) {
      double side = Math.sqrt(1 - Mixup.beta(alpha, random));
      int own = batch.lengths().length == 0 ? frames : batch.lengths()[i];
      int[] time = range(own, side, random);
      int[] band = range(width, side, random);
      for (int t = time[0]; t < time[1]; t++) {
        System.arraycopy(
            batch.features(),
            (partners[i] * frames + t) * width + band[0],
            features,
            (i * frames + t) * width + band[0],
            band[1] - band[0]);
      }
      double covered = (double) (time[1] - time[0]) * (band[1] - band[0]) / ((double) own * width);
      Mixup.blend(batch.targets(), i, partners[i], (float) (1 - covered), targets, batch.size());
    }
    return new Batch(features, targets, batch.size(), batch.lengths());
  }

  /** From where to where a part of a length goes, around a point drawn in it. */
  private static int[] range(int length, double part, SplittableRandom random) {
    int centre = random.nextInt(length);
    int half = (int) (part * length) / 2;
    return new int[] {Math.max(0, centre - half), Math.min(length, centre + half)};
  }
}
