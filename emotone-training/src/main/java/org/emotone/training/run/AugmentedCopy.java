package org.emotone.training.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.emotone.audio.Waveform;
import org.emotone.corpus.Utterance;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.features.StrictJson;
import org.emotone.training.augmentation.Chain;
import org.emotone.training.augmentation.Copies;
import org.emotone.training.augmentation.Stage;
import org.emotone.training.cache.ClipSounds;
import org.emotone.training.cache.Computation;
import org.emotone.training.recipe.Recipe;

/**
 * The features of an augmented copy of a clip; the same content, recipe and number, the same copy.
 */
final class AugmentedCopy implements Computation {

  private final FrontEnd frontEnd;
  private final Chain chain;
  private final ClipSounds sounds;
  private final long seed;
  private final int number;
  private final String noises;

  /**
   * A kind of copy.
   *
   * @param frontEnd the recipe's, with what was fitted on the training
   * @param number from 1
   * @throws IOException if recordings of noise cannot be read
   */
  AugmentedCopy(Recipe recipe, FrontEnd frontEnd, ClipSounds sounds, int number)
      throws IOException {
    this.frontEnd = frontEnd;
    this.chain = new Chain(recipe.augmentation()).of(Stage.SOUND);
    this.sounds = sounds;
    this.seed = recipe.seed();
    this.number = number;
    this.noises = chain.recordings();
  }

  @Override
  public String description() {
    return Computation.of(frontEnd).description()
        + " copy "
        + number
        + " of seed "
        + seed
        + " with "
        + StrictJson.write(chain)
        + (noises.isEmpty() ? "" : " of recordings " + noises);
  }

  @Override
  public FeatureMatrix of(Utterance clip) {
    throw new UnsupportedOperationException("a copy depends on the content of its clip");
  }

  @Override
  public FeatureMatrix of(Utterance clip, String digest) throws IOException {
    Waveform sound = sounds.of(clip, digest);
    try {
      Waveform changed = Chain.apply(sound, chain.drawSound(Copies.random(seed, digest, number)));
      return frontEnd.analyse(changed, frontEnd.speech(changed));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
