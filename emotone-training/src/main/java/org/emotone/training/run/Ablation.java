package org.emotone.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.emotone.corpus.Utterance;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.LibTorch;
import org.emotone.training.engine.Predictor;
import org.emotone.training.engine.Start;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.Trainer;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.engine.TrainingResult;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeFile;

/**
 * Scores augmentations by training without and with each, all else equal, and judging the
 * validation clips. Of the test it hears nothing.
 *
 * <p>It may be stopped or killed at any time: what a folder holds is not done again.
 */
public final class Ablation {

  private final FeatureCache cache;
  private final RunListener listener;

  /** Prepares to score. */
  public Ablation(FeatureCache cache, RunListener listener) {
    this.cache = cache;
    this.listener = listener;
  }

  /**
   * Trains what is not finished yet, and compares.
   *
   * @param folder that is new, or holds the same ablation
   * @return what is finished; that is not all if stopping was asked for
   * @throws TrainingException if the folder holds another ablation, or a variant cannot be trained
   * @throws IOException if files cannot be read or written
   */
  public AblationTable run(AblationPlan plan, RunRequest request, Path folder, StopFlag stop)
      throws IOException {
    LibTorch.require();
    claim(plan, folder);
    List<AblationTrial> trials = new ArrayList<>();
    try (Shutdown shutdown = new Shutdown(stop)) {
      for (long seed : plan.seeds()) {
        for (AblationPlan.Variant variant : plan.variants()) {
          if (!stop.raised() && trial(variant, seed, request, folder, stop, trials)) {
            listener.note(
                String.format(
                    Locale.ROOT,
                    "%d of %d: %s, seed %d: UAR %.3f",
                    trials.size(),
                    plan.trials(),
                    variant.name(),
                    seed,
                    trials.get(trials.size() - 1).uar()));
          }
        }
      }
    } catch (InterruptedException e) {
      if (!stop.raised()) {
        Thread.currentThread().interrupt();
      }
    }
    AblationTable table = AblationTable.of(plan, trials);
    RunFolder.write(folder.resolve("ablation.txt"), table.toText());
    RunFolder.write(folder.resolve("ablation.csv"), table.toCsv());
    return table;
  }

  /** Writes what is going to be done, or sees that it is what was begun. */
  private static void claim(AblationPlan plan, Path folder) throws IOException {
    StringBuilder text = new StringBuilder("seeds " + plan.seeds() + "\n");
    for (AblationPlan.Variant variant : plan.variants()) {
      text.append("--- ").append(variant.name()).append('\n');
      text.append(RecipeFile.write(variant.recipe()).replaceAll("(?m)^  threads: .*\n", ""));
    }
    Path file = folder.resolve("plan.txt");
    Files.createDirectories(folder);
    if (!Files.exists(file)) {
      RunFolder.write(file, text.toString());
    } else if (!Files.readString(file).equals(text.toString())) {
      throw new TrainingException(
          folder + " holds another ablation, as its plan.txt says; choose another folder");
    }
  }

  /** Adds a trial that is finished; says whether it is. */
  private boolean trial(
      AblationPlan.Variant variant,
      long seed,
      RunRequest request,
      Path folder,
      StopFlag stop,
      List<AblationTrial> trials)
      throws IOException, InterruptedException {
    String name = variant.name().replaceAll("[^A-Za-z0-9]+", "-") + "-seed-" + seed;
    Path file = folder.resolve("trials").resolve(name + ".json");
    if (Files.exists(file)) {
      trials.add(AblationTrial.read(file));
      return true;
    }
    Recipe recipe = variant.recipe().withSeed(seed);
    Material material =
        new MaterialReader(cache, listener, stop).read(recipe, request.leavingTestAlone());
    if (material.split().validation().isEmpty()) {
      throw new TrainingException(
          "augmentations are scored on validation clips, and recipe "
              + recipe.name()
              + " keeps none; say validationSpeakers or validationClips");
    }
    Path checkpoints = folder.resolve("checkpoints").resolve(name);
    TrainingResult result = train(recipe, material, checkpoints, stop);
    if (result.interrupted()) {
      return false;
    }
    AblationTrial trial = judge(variant.name(), recipe, material, result);
    Files.createDirectories(file.getParent());
    trial.write(file);
    delete(checkpoints);
    trials.add(trial);
    return true;
  }

  private TrainingResult train(Recipe recipe, Material material, Path checkpoints, StopFlag stop)
      throws IOException, InterruptedException {
    List<Utterance> validation = material.split().validation();
    return new Trainer(
            recipe.build(material.frontEnd().coefficients()),
            recipe.training(),
            recipe.seed(),
            checkpoints)
        .fit(
            new Augmenting(recipe, cache, listener, stop).examples(material),
            material.withSides(
                material.examples(validation), validation, recipe.training().sideTasks()),
            Start.from(InitialWeights.of(recipe)).resuming(),
            listener,
            stop);
  }

  private static AblationTrial judge(
      String variant, Recipe recipe, Material material, TrainingResult result) {
    List<Utterance> clips = material.split().validation();
    int[] labels = material.labels(clips);
    List<AblationTrial.Answer> answers = new ArrayList<>();
    try (Predictor predictor =
        new Predictor(recipe.build(material.frontEnd().coefficients()), result.weights())) {
      float[][] logits = predictor.logits(material.examples(clips).features());
      for (int i = 0; i < labels.length; i++) {
        int best = 0;
        for (int c = 1; c < logits[i].length; c++) {
          best = logits[i][c] > logits[i][best] ? c : best;
        }
        Utterance clip = clips.get(i);
        answers.add(new AblationTrial.Answer(clip.name(), clip.speaker(), labels[i], best));
      }
    }
    return new AblationTrial(
        variant, recipe.seed(), result.bestEpoch(), material.scheme().classes(), answers);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
