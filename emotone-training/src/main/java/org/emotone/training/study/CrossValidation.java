package org.emotone.training.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotone.corpus.Utterance;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.SplitChoice;
import org.emotone.training.run.Folds;
import org.emotone.training.run.Predictions;
import org.emotone.training.run.RunRequest;

/**
 * All folds of a recipe's split, with one seed or several. Folds that the seed draws are drawn anew
 * for each.
 *
 * @param seeds at least one, all different
 */
public record CrossValidation(List<Long> seeds) {

  /** What the folder of such a study, and the command, are called. */
  public static final String KIND = "cross-validate";

  /** Checks the seeds. */
  public CrossValidation {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty() || seeds.stream().distinct().count() != seeds.size()) {
      throw new IllegalArgumentException("seeds must be at least one, none twice");
    }
  }

  /**
   * Trains and measures every fold.
   *
   * @return nothing if stopping was asked for
   * @throws TrainingException if the split has no folds or a run cannot be done, in one line
   */
  public Optional<CrossValidationResult> run(
      Study study, StudyFolder folder, Recipe recipe, RunRequest request, StopFlag stop)
      throws IOException {
    List<StudyRun> runs = runs(recipe, request);
    Optional<List<Evaluation>> evaluations = study.runAll(runs, stop);
    if (evaluations.isEmpty()) {
      return Optional.empty();
    }
    List<List<Judgement>> judgements = judgements(folder, recipe, request, runs);
    return Optional.of(Pooling.of(recipe.name(), recipe, seeds, evaluations.get(), judgements));
  }

  /**
   * All runs, seed by seed and fold by fold.
   *
   * @throws TrainingException if the split has no folds, in one line
   */
  public List<StudyRun> runs(Recipe recipe, RunRequest request) throws IOException {
    List<SplitChoice> folds = Folds.of(recipe, request);
    List<StudyRun> runs = new ArrayList<>();
    for (long seed : seeds) {
      for (int fold = 1; fold <= folds.size(); fold++) {
        Recipe own = recipe.withSeed(seed).withSplit(folds.get(fold - 1));
        runs.add(new StudyRun("seed%d-fold%d".formatted(seed, fold), own));
      }
    }
    return runs;
  }

  private static List<List<Judgement>> judgements(
      StudyFolder folder, Recipe recipe, RunRequest request, List<StudyRun> runs)
      throws IOException {
    Map<String, Utterance> clips = Holdings.clips(recipe.corpora(), request);
    List<String> labels = recipe.labels().toScheme().classes();
    List<List<Judgement>> judgements = new ArrayList<>();
    for (StudyRun run : runs) {
      judgements.add(Predictions.read(folder.run(run.name()).predictions(), labels, clips));
    }
    return judgements;
  }
}
