package org.emotone.training.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotone.ModelBundle;
import org.emotone.corpus.reader.Corpora;
import org.emotone.training.Ranges;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.SplitChoice;
import org.emotone.training.run.Evaluator;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunRequest;

/**
 * What a recipe that learned from one corpus makes of the others. It is trained on each corpus with
 * folds of its speakers held out: these tell what it reaches there, and each of the models is
 * measured on all clips of every other corpus.
 *
 * @param corpora ids of at least two corpora
 * @param folds how many times it is trained on each corpus, at least 2; a corpus with fewer
 *     speakers has that many
 */
public record CrossCorpus(List<String> corpora, int folds) {

  /** What the folder of such a study, and the command, are called. */
  public static final String KIND = "cross-corpus";

  /** Checks the ranges. */
  public CrossCorpus {
    corpora = List.copyOf(corpora);
    Ranges.atLeast("folds", folds, 2);
    if (corpora.size() < 2) {
      throw new IllegalArgumentException("corpora must be at least two, to go from one to another");
    }
  }

  /**
   * Trains and measures.
   *
   * @param evaluator measures models on corpora that they were not trained on
   * @return nothing if stopping was asked for
   * @throws TrainingException if a run cannot be done, in one line
   */
  public Optional<CrossCorpusResult> run(
      Study study,
      StudyFolder folder,
      Evaluator evaluator,
      Recipe recipe,
      RunRequest request,
      StopFlag stop)
      throws IOException, InterruptedException {
    List<StudyRun> runs = new ArrayList<>();
    for (String corpus : corpora) {
      int most = Math.min(folds, Holdings.speakers(recipe, corpus, request));
      for (int fold = 1; fold <= most; fold++) {
        Recipe own =
            recipe.withCorpora(List.of(corpus)).withSplit(new SplitChoice.SpeakerFolds(most, fold));
        // Of two speakers one trains, and none is left to validate.
        runs.add(new StudyRun(corpus + "-" + fold, most == 2 ? own.withValidationClips(0.1) : own));
      }
    }
    Optional<List<Evaluation>> own = study.runAll(runs, stop);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    List<CrossCorpusResult.Cell> cells = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      String trained = runs.get(i).recipe().corpora().get(0);
      cells.add(new CrossCorpusResult.Cell(trained, trained, own.get().get(i)));
      for (String other : corpora) {
        if (stop.raised()) {
          return Optional.empty();
        }
        if (!other.equals(trained)) {
          RunFolder run = folder.run(runs.get(i).name());
          cells.add(new CrossCorpusResult.Cell(trained, other, on(other, run, evaluator, request)));
        }
      }
    }
    return Optional.of(new CrossCorpusResult(recipe.name(), corpora, cells));
  }

  /** Measures, or reads what was measured before. */
  private static Evaluation on(
      String corpus, RunFolder run, Evaluator evaluator, RunRequest request)
      throws IOException, InterruptedException {
    Path file = run.root().resolve("evaluation-" + corpus + ".json");
    if (Files.isRegularFile(file)) {
      return Evaluation.fromJson(Files.readString(file));
    }
    Evaluation evaluation =
        evaluator
            .evaluate(
                ModelBundle.read(run.model()),
                List.of(Corpora.byId(corpus).read(request.folder(corpus))),
                Evaluator.Part.HELD_OUT)
            .evaluation();
    RunFolder.write(file, evaluation.toJson() + "\n");
    return evaluation;
  }
}
