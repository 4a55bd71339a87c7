package org.emotone.training.engine;

import java.util.List;
import java.util.SplittableRandom;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.Length;
import org.emotone.training.augmentation.AugmentedSet;
import org.emotone.training.augmentation.FeatureAugmentation;
import org.jspecify.annotations.Nullable;

/**
 * Examples to learn from, and what is done to them. Nothing else is augmented: {@link Trainer}
 * takes validation as plain {@link Examples}, and an {@link AugmentedSet} can only be made of a
 * training set.
 */
public final class AugmentedExamples {

  private final @Nullable AugmentedSet set;
  private final Examples examples;
  private final @Nullable Length length;

  /**
   * Examples that are augmented.
   *
   * @param examples the clips of the set, or copies of them, by their names
   * @throws IllegalArgumentException if one of them is not of the set
   */
  public AugmentedExamples(AugmentedSet set, Examples examples) {
    for (String id : examples.ids()) {
      if (!set.holds(id)) {
        throw new IllegalArgumentException(
            id + " is not a clip of the training set, and so must not be augmented");
      }
    }
    this.set = set;
    this.examples = examples;
    this.length = null;
  }

  private AugmentedExamples(
      @Nullable AugmentedSet set, Examples examples, @Nullable Length length) {
    this.set = set;
    this.examples = examples;
    this.length = length;
  }

  /** Examples that stay as they are. */
  static AugmentedExamples plain(Examples examples) {
    return new AugmentedExamples(null, examples, null);
  }

  /** The same, with clips whose sound is augmented brought to an accepted length. */
  public AugmentedExamples within(Length accepted) {
    return new AugmentedExamples(set, examples, accepted);
  }

  /** The examples without augmentation. */
  public Examples examples() {
    return examples;
  }

  /** Whether sound is analysed anew for every batch. */
  boolean changesSound() {
    return set != null && set.changesSound();
  }

  /** Whether clips may become longer or shorter. */
  boolean changesLength() {
    return set != null && set.changesLength();
  }

  /** The features of an example, of augmented sound where that is to be. */
  FeatureMatrix draw(int example, SplittableRandom random) {
    FeatureMatrix own = examples.features().get(example);
    if (set == null || !set.changesSound()) {
      return own;
    }
    return set.draw(examples.ids().get(example), random)
        .map(drawn -> length == null ? drawn : length.apply(drawn))
        .orElse(own);
  }

  /** What is done to the features of an example this time. */
  List<FeatureAugmentation> drawFeatures(SplittableRandom random) {
    return set == null ? List.of() : set.drawFeatures(random);
  }

  /** What decides how, for telling trainings apart. */
  String description() {
    return set == null ? "" : set.description();
  }
}
