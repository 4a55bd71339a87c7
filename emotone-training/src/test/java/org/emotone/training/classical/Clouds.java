package org.emotone.training.classical;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.emotone.features.FeatureMatrix;

/** Clips whose values scatter about a centre that each class has. */
final class Clouds {

  private Clouds() {}

  /** One frame each, {@code distance} deviations apart, as many of each class. */
  static Samples of(int clips, int width, int classes, double distance, long seed) {
    return sequences(clips, 1, width, classes, distance, seed);
  }

  /** Several frames each, whose centre moves from the class' own to the next one's. */
  static Samples sequences(
      int clips, int frames, int width, int classes, double distance, long seed) {
    Random random = new Random(seed);
    List<FeatureMatrix> matrices = new ArrayList<>();
    int[] labels = new int[clips];
    for (int i = 0; i < clips; i++) {
      labels[i] = i % classes;
      float[] values = new float[frames * width];
      for (int frame = 0; frame < frames; frame++) {
        int centre = (labels[i] + (2 * frame >= frames && frames > 1 ? 1 : 0)) % classes;
        for (int c = 0; c < width; c++) {
          double middle = c % classes == centre ? distance : 0;
          values[frame * width + c] = (float) (middle + random.nextGaussian());
        }
      }
      matrices.add(new FeatureMatrix(values, frames, width));
    }
    return new Samples(matrices, labels, classes);
  }
}
