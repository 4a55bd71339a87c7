package org.emotone.training.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotone.training.Ranges;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.run.RunRequest;

/**
 * How much of a figure is leakage: the same recipe, trained and measured on a corpus under several
 * ways to hold clips out. All else is the same: the share that is held out, and the validation,
 * which is a tenth of the other clips, drawn clip by clip.
 *
 * @param corpora ids of the corpora, each measured by itself
 * @param partitions ways to hold clips out
 * @param folds how many times each is done, with another part held out, at least 2; a corpus with
 *     fewer speakers has that many
 */
public record LeakGap(List<String> corpora, List<Partition> partitions, int folds) {

  /** What the folder of such a study, and the command, are called. */
  public static final String KIND = "leak-gap";

  private static final double VALIDATION = 0.1;

  /** Checks the ranges. */
  public LeakGap {
    corpora = List.copyOf(corpora);
    partitions = List.copyOf(partitions);
    Ranges.atLeast("folds", folds, 2);
  }

  /** The runs of one corpus under one partition. */
  private record Part(String corpus, Partition partition, List<StudyRun> runs) {}

  /**
   * Trains and measures.
   *
   * @return nothing if stopping was asked for
   * @throws TrainingException if a run cannot be done, in one line
   */
  public Optional<LeakGapResult> run(Study study, Recipe recipe, RunRequest request, StopFlag stop)
      throws IOException {
    List<Part> parts = new ArrayList<>();
    for (String corpus : corpora) {
      int most = Math.min(folds, Holdings.speakers(recipe, corpus, request));
      for (Partition partition : partitions) {
        parts.add(new Part(corpus, partition, runs(recipe, corpus, partition, most)));
      }
    }
    List<StudyRun> runs = parts.stream().flatMap(part -> part.runs().stream()).toList();
    Optional<List<Evaluation>> evaluations = study.runAll(runs, stop);
    if (evaluations.isEmpty()) {
      return Optional.empty();
    }
    List<LeakGapResult.Cell> cells = new ArrayList<>();
    int next = 0;
    for (Part part : parts) {
      int end = next + part.runs().size();
      cells.add(
          new LeakGapResult.Cell(
              part.corpus(), part.partition(), evaluations.get().subList(next, end)));
      next = end;
    }
    return Optional.of(new LeakGapResult(recipe.name(), cells));
  }

  /** The folds of drawn partitions differ in their seeds, those of speakers must not. */
  private static List<StudyRun> runs(Recipe recipe, String corpus, Partition partition, int folds) {
    List<StudyRun> runs = new ArrayList<>();
    for (int fold = 1; fold <= folds; fold++) {
      long seed = partition == Partition.SPEAKERS ? recipe.seed() : recipe.seed() + fold - 1;
      Recipe own =
          recipe
              .withCorpora(List.of(corpus))
              .withSplit(partition.split(folds, fold))
              .withValidationClips(VALIDATION)
              .withSeed(seed);
      runs.add(new StudyRun("%s-%s-%d".formatted(corpus, partition.id(), fold), own));
    }
    return runs;
  }
}
