package org.emotone.training.run;

import java.io.IOException;
import org.emotone.audio.Waveform;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.training.augmentation.Chain;
import org.emotone.training.augmentation.Copies;
import org.emotone.training.cache.ClipSounds;
import org.emotone.training.recipe.Recipe;

/**
 * The features of an augmented copy of a clip; the same content, recipe and number, the same copy.
 */
final class AugmentedCopy extends ChangedSound {

  private final int number;

  /**
   * A kind of copy.
   *
   * @param frontEnd the recipe's, with what was fitted on the training
   * @param number from 1
   * @throws IOException if recordings of noise cannot be read
   */
  AugmentedCopy(Recipe recipe, FrontEnd frontEnd, ClipSounds sounds, int number)
      throws IOException {
    super(frontEnd, new Chain(recipe.augmentation()), sounds, recipe.seed());
    this.number = number;
  }

  @Override
  String words() {
    return "copy " + number + " of seed " + seed;
  }

  @Override
  FeatureMatrix of(Waveform sound, String digest) {
    return heard(Chain.apply(sound, chain.drawSound(Copies.random(seed, digest, number))));
  }
}
