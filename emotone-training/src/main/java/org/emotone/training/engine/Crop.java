package org.emotone.training.engine;

import java.util.SplittableRandom;
import org.emotone.features.FeatureMatrix;

/**
 * Cuts a piece of fixed length out of a clip that is first stretched in time by linear
 * interpolation.
 */
record Crop(int frames, CropPadding padding) {

  /**
   * Writes a piece.
   *
   * @param factor how much longer the clip becomes before
   * @param target {@code [frames][coefficients]} from {@code offset} on, zero before the call
   */
  void cut(FeatureMatrix clip, double factor, SplittableRandom random, float[] target, int offset) {
    int length = (int) Math.max(1, Math.round(clip.frames() * factor));
    int start = length > frames ? random.nextInt(length - frames + 1) : 0;
    int room = frames - length;
    int first = room > 0 && padding == CropPadding.ZERO ? random.nextInt(room + 1) : 0;
    int last = padding == CropPadding.ZERO ? Math.min(frames, first + length) : frames;
    double step = length == 1 ? 0 : (clip.frames() - 1.0) / (length - 1);
    for (int t = first; t < last; t++) {
      double position = (start + t - first) % length * step;
      interpolate(clip, position, target, offset + t * clip.coefficients());
    }
  }

  private static void interpolate(FeatureMatrix clip, double position, float[] target, int offset) {
    int width = clip.coefficients();
    int before = Math.min((int) position, clip.frames() - 1);
    int after = Math.min(before + 1, clip.frames() - 1);
    float fraction = (float) (position - before);
    float[] values = clip.values();
    for (int c = 0; c < width; c++) {
      float left = values[before * width + c];
      target[offset + c] = left + fraction * (values[after * width + c] - left);
    }
  }
}
