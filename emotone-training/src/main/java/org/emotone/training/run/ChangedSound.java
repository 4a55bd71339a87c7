package org.emotone.training.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.emotone.audio.Waveform;
import org.emotone.corpus.Utterance;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.features.StrictJson;
import org.emotone.training.augmentation.Chain;
import org.emotone.training.augmentation.Stage;
import org.emotone.training.cache.ClipSounds;
import org.emotone.training.cache.Computation;

/** What is computed of a clip whose sound chance changes, as its content and a seed decide. */
abstract class ChangedSound implements Computation {

  /** Hears what was changed. */
  final FrontEnd frontEnd;

  /** What may happen to the sound. */
  final Chain chain;

  final long seed;
  private final ClipSounds sounds;
  private final String noises;

  /**
   * A change.
   *
   * @param augmentation of which what works on features is left out
   * @throws IOException if recordings of noise cannot be read
   */
  ChangedSound(FrontEnd frontEnd, Chain augmentation, ClipSounds sounds, long seed)
      throws IOException {
    this.frontEnd = frontEnd;
    this.chain = augmentation.of(Stage.SOUND);
    this.sounds = sounds;
    this.seed = seed;
    this.noises = chain.recordings();
  }

  /** What decides the result beside front-end, changes and clip; the seed is among it. */
  abstract String words();

  /**
   * Changes and computes.
   *
   * @param digest of the clip's content
   */
  abstract FeatureMatrix of(Waveform sound, String digest);

  @Override
  public final String description() {
    return Computation.of(frontEnd).description()
        + " "
        + words()
        + " with "
        + StrictJson.write(chain)
        + (noises.isEmpty() ? "" : " of recordings " + noises);
  }

  @Override
  public final FeatureMatrix of(Utterance clip) {
    throw new UnsupportedOperationException("a change depends on the content of its clip");
  }

  @Override
  public final FeatureMatrix of(Utterance clip, String digest) throws IOException {
    try {
      return of(sounds.of(clip, digest), digest);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** What the front-end makes of the speech in a sound. */
  final FeatureMatrix heard(Waveform sound) {
    return frontEnd.analyse(sound, frontEnd.speech(sound));
  }
}
