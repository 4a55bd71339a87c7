package org.emotone.training.augmentation;

import org.emotone.features.check.Bounds;
import org.jspecify.annotations.Nullable;

/** Probabilities of augmentations. */
final class Chances {

  private Chances() {}

  /** Always, where a recipe does not say. */
  static double orAlways(@Nullable Double p) {
    return p == null ? 1 : p;
  }

  static void check(double p) {
    Bounds.check("p", p, 0, 1);
  }
}
