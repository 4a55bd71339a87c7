package org.emotone.training.augmentation;

import java.util.List;
import java.util.SplittableRandom;

/** Several augmentations, of which some are done. */
public sealed interface Composition extends Augmentation permits Sequence, OneOf, SomeOf {

  /** The parts, at least one, all of one stage. */
  List<Augmentation> of();

  /** Those that are done this time, in their order; each may still be left out by its own p. */
  List<Augmentation> pick(SplittableRandom random);

  /** Checks what every composition must be. */
  static List<Augmentation> checked(List<Augmentation> of, double p) {
    Chances.check(p);
    if (of.isEmpty()) {
      throw new IllegalArgumentException("of must hold at least one augmentation");
    }
    Stage.checkOne(of);
    return List.copyOf(of);
  }
}
