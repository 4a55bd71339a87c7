package org.emotone.training.augmentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.split.TrainingSet;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.features.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * Training clips and what is done to them. It is made of a {@link TrainingSet}, which only a split
 * makes, and of nothing else: clips of a validation or a test cannot be augmented.
 */
public final class AugmentedSet {

  private static final String COPY = "~";

  private final Map<String, Utterance> clips = new HashMap<>();
  private final Chain sound;
  private final Chain features;
  private final @Nullable FrontEnd frontEnd;
  private final SoundSource source;

  /**
   * Clips whose sound and features are augmented whenever they are learned.
   *
   * @param frontEnd that computes features of augmented sound
   * @param source of the clips' sound at the front-end's rate
   */
  public AugmentedSet(TrainingSet training, Chain chain, FrontEnd frontEnd, SoundSource source) {
    this(training, chain.of(Stage.SOUND), chain.of(Stage.FEATURES), frontEnd, source);
  }

  /** Clips of which the features alone are augmented; what the chain does to sound is left out. */
  public AugmentedSet(TrainingSet training, Chain chain) {
    this(
        training,
        Chain.NONE,
        chain.of(Stage.FEATURES),
        null,
        clip -> {
          throw new IllegalStateException("the sound of " + clip.name() + " is not needed");
        });
  }

  private AugmentedSet(
      TrainingSet training,
      Chain sound,
      Chain features,
      @Nullable FrontEnd frontEnd,
      SoundSource source) {
    training.utterances().forEach(clip -> clips.put(clip.name(), clip));
    this.sound = sound;
    this.features = features;
    this.frontEnd = frontEnd;
    this.source = source;
  }

  /** What a copy of a clip is called, from 1. */
  public static String copyName(String clip, int number) {
    return clip + COPY + number;
  }

  /** Whether a name is that of a clip of the training set, or of a copy of one. */
  public boolean holds(String name) {
    int copy = name.lastIndexOf(COPY);
    return clips.containsKey(name) || (copy >= 0 && clips.containsKey(name.substring(0, copy)));
  }

  /** Whether sound is augmented, which takes time in every epoch. */
  public boolean changesSound() {
    return !sound.isEmpty();
  }

  /** Whether clips may become longer or shorter than they are. */
  public boolean changesLength() {
    return changesSound() || features.stretches();
  }

  /**
   * The features of a clip whose sound is augmented.
   *
   * @param name of the clip
   * @param random whose state alone decides how
   * @return nothing where the sound stays as it is, by chance or because nothing is left of it
   * @throws UncheckedIOException if the clip or a recording of noise cannot be read
   */
  public Optional<FeatureMatrix> draw(String name, SplittableRandom random) {
    List<Effect> effects = sound.drawSound(random);
    Utterance clip = clips.get(name);
    if (effects.isEmpty() || clip == null || frontEnd == null) {
      return Optional.empty();
    }
    Waveform changed;
    try {
      changed = Chain.apply(source.of(clip), effects);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    FeatureMatrix matrix = frontEnd.analyse(changed, frontEnd.speech(changed));
    return matrix.frames() == 0 ? Optional.empty() : Optional.of(matrix);
  }

  /** What is done to the features of a clip this time. */
  public List<FeatureAugmentation> drawFeatures(SplittableRandom random) {
    return features.drawFeatures(random);
  }

  /**
   * All that decides what becomes of clips, beside the clips: for telling runs apart.
   *
   * @throws UncheckedIOException if recordings of noise cannot be read
   */
  public String description() {
    String analysis = frontEnd == null || sound.isEmpty() ? "" : frontEnd.toJson();
    try {
      return StrictJson.write(sound) + sound.recordings() + StrictJson.write(features) + analysis;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
