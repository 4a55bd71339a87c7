package org.emotone.training.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotone.corpus.Utterance;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.DrawnSplits;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.SplitChoice;
import org.emotone.training.run.Predictions;
import org.emotone.training.run.RunRequest;

/**
 * What each augmentation of a recipe is worth: the recipe is trained without and with each, all
 * else equal, and judged on its validation clips. Of the test it hears nothing.
 *
 * @param leaveOut whether it is also trained with all augmentations but each
 * @param seeds each variant is trained with, at least one, all different
 */
public record Ablation(boolean leaveOut, List<Long> seeds) {

  /** What the folder of such a study, and the command, are called. */
  public static final String KIND = "ablate";

  /** Checks the seeds. */
  public Ablation {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty() || seeds.stream().distinct().count() != seeds.size()) {
      throw new IllegalArgumentException("seeds must be at least one, none twice");
    }
  }

  /**
   * Checks that no seed learns from what another tests.
   *
   * @throws TrainingException if it does, in one line
   */
  public void check(Recipe recipe) {
    if (drawn(recipe.split()) && !seeds.equals(List.of(recipe.seed()))) {
      throw new TrainingException(
          "the test of '"
              + recipe.split().words()
              + "' is drawn by the seed, so that with another seed augmentations would be chosen on"
              + " clips that are tested later; take a split whose test is given (published,"
              + " speakerLists, speakers …), or the recipe's seed alone");
    }
  }

  /** Whether the seed draws the test of a split, so that other seeds have other tests. */
  public static boolean drawn(SplitChoice split) {
    return split instanceof SplitChoice.SpeakerFolds
        || split instanceof DrawnSplits.Random
        || split instanceof DrawnSplits.RandomFolds
        || split instanceof DrawnSplits.ByRecording
        || split instanceof DrawnSplits.SentenceOpen;
  }

  /**
   * Trains and compares.
   *
   * @param request that leaves the test alone
   * @return nothing if stopping was asked for
   * @throws TrainingException if a variant cannot be trained, in one line
   */
  public Optional<AblationResult> run(
      Study study, StudyFolder folder, Recipe recipe, RunRequest request, StopFlag stop)
      throws IOException {
    List<AblationVariant> variants = AblationVariant.of(recipe, leaveOut);
    List<StudyRun> runs = new ArrayList<>();
    for (long seed : seeds) {
      for (AblationVariant variant : variants) {
        runs.add(new StudyRun(variant.run(seed), variant.recipe().withSeed(seed)));
      }
    }
    if (study.runAll(runs, stop).isEmpty()) {
      return Optional.empty();
    }
    Map<String, Utterance> clips = Holdings.clips(recipe.corpora(), request);
    List<String> labels = recipe.labels().toScheme().classes();
    List<AblationResult.Trial> trials = new ArrayList<>();
    for (long seed : seeds) {
      for (AblationVariant variant : variants) {
        trials.add(
            new AblationResult.Trial(
                variant.name(),
                seed,
                Predictions.read(folder.run(variant.run(seed)).predictions(), labels, clips)));
      }
    }
    return Optional.of(AblationResult.of(recipe.name(), labels, variants, trials));
  }
}
