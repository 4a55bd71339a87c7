package org.emotone.training.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.split.TrainingSet;
import org.emotone.features.FeatureMatrix;
import org.emotone.training.augmentation.AugmentedSet;
import org.emotone.training.augmentation.Chain;
import org.emotone.training.augmentation.Copies;
import org.emotone.training.augmentation.Stage;
import org.emotone.training.cache.ClipSounds;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.cache.Features;
import org.emotone.training.engine.AugmentedExamples;
import org.emotone.training.engine.Examples;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.Recipe;

/** Prepares what a recipe does to its training clips. */
final class Augmenting {

  private final Recipe recipe;
  private final FeatureCache cache;
  private final RunListener listener;
  private final StopFlag stop;

  Augmenting(Recipe recipe, FeatureCache cache, RunListener listener, StopFlag stop) {
    this.recipe = recipe;
    this.cache = cache;
    this.listener = listener;
    this.stop = stop;
  }

  /**
   * The training clips of a material as examples, with copies where these are wanted.
   *
   * @throws TrainingException if recordings of noise are missing, in one line
   * @throws InterruptedException if stopping was asked for
   */
  AugmentedExamples examples(Material material) throws IOException, InterruptedException {
    TrainingSet training = material.split().trainingSet();
    Chain chain = new Chain(recipe.augmentation());
    try {
      chain.check();
    } catch (IOException e) {
      throw new TrainingException(String.valueOf(e.getMessage()), e);
    }
    Examples own =
        material.withSides(
            material.trainingExamples(training, recipe.training().wholeClips()),
            training.utterances(),
            recipe.training().sideTasks());
    if (chain.of(Stage.SOUND).isEmpty()) {
      return new AugmentedExamples(new AugmentedSet(training, chain), own);
    }
    ClipSounds sounds = cache.sounds(material.frontEnd());
    Map<String, String> digests = material.digests();
    if (!recipe.augmentedCopies().equals(Copies.NONE)) {
      return new AugmentedExamples(
          new AugmentedSet(training, chain), withCopies(own, material, sounds));
    }
    AugmentedExamples augmented =
        new AugmentedExamples(
            new AugmentedSet(
                training,
                chain,
                material.frontEnd(),
                clip -> sounds.of(clip, Objects.requireNonNull(digests.get(clip.name())))),
            own);
    return recipe.training().wholeClips()
        ? augmented.within(material.frontEnd().length())
        : augmented;
  }

  /** The examples, and behind them their copies: the first of all clips, the second of all … */
  private Examples withCopies(Examples own, Material material, ClipSounds sounds)
      throws IOException, InterruptedException {
    List<Utterance> all = material.split().trainingSet().utterances();
    int[] counts = recipe.augmentedCopies().counts(own.labels());
    List<Integer> chosen = new ArrayList<>();
    List<FeatureMatrix> matrices = new ArrayList<>(own.features());
    List<String> names = new ArrayList<>(own.ids());
    for (int i = 0; i < own.size(); i++) {
      chosen.add(i);
    }
    int most = Arrays.stream(counts).max().orElse(0);
    boolean whole = recipe.training().wholeClips();
    listener.stage("making " + Arrays.stream(counts).sum() + " augmented copies");
    for (int number = 1; number <= most; number++) {
      List<Utterance> clips = new ArrayList<>();
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] >= number) {
          clips.add(all.get(i));
          chosen.add(i);
        }
      }
      for (FeatureMatrix matrix :
          copies(clips, new AugmentedCopy(recipe, material.frontEnd(), sounds, number))) {
        matrices.add(whole ? material.frontEnd().length().apply(matrix) : matrix);
      }
      for (Utterance clip : clips) {
        names.add(AugmentedSet.copyName(clip.name(), number));
      }
    }
    return own.select(chosen.stream().mapToInt(i -> i).toArray(), matrices, names);
  }

  private List<FeatureMatrix> copies(List<Utterance> clips, AugmentedCopy copy)
      throws IOException, InterruptedException {
    Thread loader = Thread.currentThread();
    Features features =
        cache.load(
            clips,
            copy,
            (done, total) -> {
              listener.features(done, total);
              if (stop.raised()) {
                loader.interrupt();
              }
            });
    if (stop.raised()) {
      throw new InterruptedException("stopped");
    }
    if (!features.unreadable().isEmpty()) {
      throw new TrainingException(
          "a clip cannot be augmented: " + features.unreadable().get(0).reason());
    }
    return features.matrices();
  }
}
