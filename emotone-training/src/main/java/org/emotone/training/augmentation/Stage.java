package org.emotone.training.augmentation;

import java.util.List;

/** Where on the way of a clip an augmentation works. */
public enum Stage {
  /** On the waveform, before the front-end. */
  SOUND,
  /** On what the front-end has made of it. */
  FEATURES;

  /** That of an augmentation; that of its parts if it is a composition. */
  public static Stage of(Augmentation augmentation) {
    if (augmentation instanceof Composition composition) {
      return of(composition.of().get(0));
    }
    return augmentation instanceof SoundAugmentation ? SOUND : FEATURES;
  }

  /** Refuses parts of which some are of sound and some of features. */
  static void checkOne(List<Augmentation> parts) {
    if (parts.stream().map(Stage::of).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "of must hold augmentations of sound or augmentations of features, not both; make two"
              + " compositions");
    }
  }
}
