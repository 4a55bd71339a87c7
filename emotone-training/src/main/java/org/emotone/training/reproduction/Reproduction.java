package org.emotone.training.reproduction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Spread;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.run.Folds;
import org.emotone.training.run.MetricsLog;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunListener;
import org.emotone.training.run.RunRequest;
import org.emotone.training.run.RunStatus;
import org.emotone.training.run.Training;
import org.emotone.training.study.CrossValidation;
import org.emotone.training.study.CrossValidationResult;
import org.emotone.training.study.Fusion;
import org.emotone.training.study.FusionMethod;
import org.emotone.training.study.FusionResult;
import org.emotone.training.study.Study;
import org.emotone.training.study.StudyFolder;
import org.emotone.training.study.StudyRun;
import org.jspecify.annotations.Nullable;

/**
 * Runs published systems again. What a folder holds is not run again, and what was stopped or
 * killed goes on.
 */
public final class Reproduction {

  private final Training training;
  private final Path folder;
  private final RunListener listener;

  /**
   * Prepares to run.
   *
   * @param folder that holds a folder for each system
   */
  public Reproduction(Training training, Path folder, RunListener listener) {
    this.training = training;
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * What is run of a system.
   *
   * @param recipe of its published protocol
   * @param branches recipes whose answers are joined with those of the first, on the same clips
   * @param independent the first with speakers kept apart; null to leave that out
   */
  public record Recipes(Recipe recipe, List<Recipe> branches, @Nullable Recipe independent) {

    /** Copies the list. */
    public Recipes {
      branches = List.copyOf(branches);
    }
  }

  /** Under one protocol: what came out, and the folders of the runs. */
  private record Measured(Figures figures, List<RunFolder> runs) {}

  /**
   * Runs a system.
   *
   * @param recipes with their settings
   * @param needed all corpora that the system takes, those of its pre-training among them
   * @param request where the corpora of the recipe are
   * @return nothing if stopping was asked for
   * @throws TrainingException if a run cannot be done, in one line
   */
  public Optional<ReproducedSystem> run(
      PublishedSystem system,
      Recipes recipes,
      List<String> needed,
      RunRequest request,
      StopFlag stop)
      throws IOException {
    listener.stage(system.id() + ": as published");
    Recipe recipe = recipes.recipe();
    Path own = folder.resolve(system.id());
    Optional<Measured> published =
        measure(recipe, system.seeds(), own.resolve("published"), request, stop);
    if (published.isEmpty()) {
      return Optional.empty();
    }
    FusionResult fusion = null;
    if (system.fusion() != null) {
      Optional<FusionResult> joined = join(system, recipes.branches(), own, request, stop);
      if (joined.isEmpty()) {
        return Optional.empty();
      }
      fusion = joined.get();
    }
    Figures apart = null;
    if (recipes.independent() != null) {
      listener.stage(system.id() + ": with speakers kept apart");
      List<Long> seeds = system.independentSeeds();
      Optional<Measured> measured =
          measure(recipes.independent(), seeds, own.resolve("independent"), request, stop);
      if (measured.isEmpty()) {
        return Optional.empty();
      }
      apart = measured.get().figures();
    }
    List<RunFolder> runs = published.get().runs();
    boolean network = recipe.classifier() == null;
    return Optional.of(
        new ReproducedSystem(
            system.id(),
            recipe.corpora(),
            needed,
            recipe.labels().toScheme().classes().size(),
            fusion == null ? published.get().figures() : figures(fusion.fused(), recipe),
            fusion == null ? null : alone(fusion),
            apart,
            RunStatus.read(runs.get(0).status()).parameters(),
            network ? recipe.training().epochs() : 0,
            seconds(runs, recipe)));
  }

  /** Measures the other branches and joins all; nothing if stopping was asked for. */
  private Optional<FusionResult> join(
      PublishedSystem system, List<Recipe> branches, Path own, RunRequest request, StopFlag stop)
      throws IOException {
    List<Path> folders = new ArrayList<>(List.of(own.resolve("published")));
    for (Recipe branch : branches) {
      listener.stage(system.id() + ": " + branch.name());
      Path root = own.resolve("with-" + branch.name());
      if (measure(branch, system.seeds(), root, request, stop).isEmpty()) {
        return Optional.empty();
      }
      folders.add(root);
    }
    FusionMethod method = Objects.requireNonNull(system.fusion()).method();
    FusionResult result = Fusion.read(method, folders, request.corpora()).run();
    RunFolder.write(own.resolve("fusion.txt"), result.toText());
    RunFolder.write(own.resolve("fusion.json"), result.toJson());
    return Optional.of(result);
  }

  private static Map<String, Spread> alone(FusionResult fusion) {
    Map<String, Spread> alone = new LinkedHashMap<>();
    for (CrossValidationResult branch : fusion.alone()) {
      alone.put(branch.recipe(), branch.overFolds(Evaluation::uar));
    }
    return alone;
  }

  /**
   * Runs a pre-training, or finds it done.
   *
   * @return its model; nothing if stopping was asked for
   * @throws TrainingException if it cannot be done, in one line
   */
  public Optional<Path> pretrain(
      Pretraining pretraining, Recipe recipe, RunRequest request, StopFlag stop)
      throws IOException {
    StudyFolder place = new StudyFolder(folder.resolve("pretraining"));
    Study study = new Study(training, place, request, listener);
    if (!study.done(pretraining.id())) {
      listener.stage("pre-training: " + pretraining.id());
    }
    boolean over = study.finish(new StudyRun(pretraining.id(), recipe), stop);
    return over
        ? Optional.of(place.run(pretraining.id()).model().toAbsolutePath().normalize())
        : Optional.empty();
  }

  private Optional<Measured> measure(
      Recipe recipe, List<Long> seeds, Path root, RunRequest request, StopFlag stop)
      throws IOException {
    StudyFolder place = new StudyFolder(root);
    Study study = new Study(training, place, request, listener);
    return Folds.exist(recipe.split())
        ? folds(study, place, recipe, seeds, request, stop)
        : draws(study, place, recipe, seeds, stop);
  }

  private static Optional<Measured> folds(
      Study study,
      StudyFolder place,
      Recipe recipe,
      List<Long> seeds,
      RunRequest request,
      StopFlag stop)
      throws IOException {
    CrossValidation plan = new CrossValidation(seeds);
    place.describe(CrossValidation.KIND, plan, recipe, request);
    Optional<CrossValidationResult> result = plan.run(study, place, recipe, request, stop);
    if (result.isEmpty()) {
      return Optional.empty();
    }
    List<RunFolder> runs = new ArrayList<>();
    for (StudyRun run : plan.runs(recipe, request)) {
      runs.add(place.run(run.name()));
    }
    return Optional.of(new Measured(figures(result.get(), recipe), runs));
  }

  private static Figures figures(CrossValidationResult result, Recipe recipe) {
    List<Evaluation> bySeed =
        result.seeds().stream().map(CrossValidationResult.Seed::pooled).toList();
    Evaluation pooled = result.pooled();
    return new Figures(
        over(bySeed, Evaluation::accuracy),
        over(bySeed, Evaluation::uar),
        result.overFolds(Evaluation::uar),
        over(bySeed, Evaluation::calibrationError),
        pooled.uarInterval(),
        result.folds(),
        bySeed.get(0).clips(),
        recipe.split().words().replaceFirst(",? fold \\d+", ""),
        pooled.conditions().overlap());
  }

  private static Optional<Measured> draws(
      Study study, StudyFolder place, Recipe recipe, List<Long> seeds, StopFlag stop)
      throws IOException {
    List<StudyRun> runs =
        seeds.stream().map(seed -> new StudyRun("seed" + seed, recipe.withSeed(seed))).toList();
    Optional<List<Evaluation>> evaluations = study.runAll(runs, stop);
    if (evaluations.isEmpty()) {
      return Optional.empty();
    }
    Evaluation first = evaluations.get().get(0);
    Figures figures =
        new Figures(
            over(evaluations.get(), Evaluation::accuracy),
            over(evaluations.get(), Evaluation::uar),
            null,
            over(evaluations.get(), Evaluation::calibrationError),
            evaluations.get().size() == 1 ? first.uarInterval() : null,
            1,
            first.clips(),
            recipe.split().words(),
            first.conditions().overlap());
    List<RunFolder> folders = runs.stream().map(run -> place.run(run.name())).toList();
    return Optional.of(new Measured(figures, folders));
  }

  private static Spread over(List<Evaluation> evaluations, ToDoubleFunction<Evaluation> figure) {
    return Spread.of(evaluations.stream().mapToDouble(figure).toArray());
  }

  /** What the epochs of the mean run took. */
  static double seconds(List<RunFolder> runs, Recipe recipe) throws IOException {
    double seconds = 0;
    for (RunFolder run : runs) {
      if (Files.isRegularFile(run.metrics())) {
        seconds +=
            MetricsLog.read(run.metrics(), recipe.training().epochs()).stream()
                .mapToDouble(EpochMetrics::seconds)
                .sum();
      }
    }
    return seconds / runs.size();
  }
}
