package org.emotone.training.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunListener;
import org.emotone.training.run.RunRecord;
import org.emotone.training.run.RunRequest;
import org.emotone.training.run.Training;

/**
 * Runs one recipe after the other. A run that is over is not done again, and one that was stopped
 * or killed goes on: whatever happens to the process, the study ends as it would have.
 */
public final class Study {

  private final Training training;
  private final StudyFolder folder;
  private final RunRequest request;
  private final RunListener listener;

  /** Prepares to run. */
  public Study(Training training, StudyFolder folder, RunRequest request, RunListener listener) {
    this.training = training;
    this.folder = folder;
    this.request = request;
    this.listener = listener;
  }

  /**
   * Runs all.
   *
   * @return what each came to, in their order; nothing if stopping was asked for
   * @throws TrainingException if one cannot be run, in one line
   */
  public Optional<List<Evaluation>> runAll(List<StudyRun> runs, StopFlag stop) throws IOException {
    List<Evaluation> evaluations = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      if (!done(runs.get(i).name())) {
        listener.stage("run %d of %d: %s".formatted(i + 1, runs.size(), runs.get(i).name()));
      }
      Optional<Evaluation> evaluation = stop.raised() ? Optional.empty() : run(runs.get(i), stop);
      if (evaluation.isEmpty()) {
        return Optional.empty();
      }
      evaluations.add(evaluation.get());
    }
    return Optional.of(evaluations);
  }

  /** Whether a run is over. */
  public boolean done(String name) {
    return Files.isRegularFile(folder.run(name).model());
  }

  /**
   * Runs one, or reads what it came to.
   *
   * @return nothing if it was stopped
   */
  public Optional<Evaluation> run(StudyRun run, StopFlag stop) throws IOException {
    return finish(run, stop) ? Optional.of(evaluation(folder.run(run.name()))) : Optional.empty();
  }

  /**
   * Runs one, or finds it done.
   *
   * @return whether it is over, and was not stopped
   */
  public boolean finish(StudyRun run, StopFlag stop) throws IOException {
    RunFolder own = folder.run(run.name());
    boolean begun = Files.isRegularFile(own.recipe()) && Files.isRegularFile(own.request());
    if (begun) {
      checkSame(own, run.recipe());
    }
    if (!done(run.name())) {
      if (!begun) {
        delete(own.root());
      }
      RunRecord record =
          begun
              ? training.resume(own, request.corpora(), stop)
              : training.run(run.recipe(), request, own, stop);
      if (record.interrupted()) {
        return false;
      }
      // A finished run is not resumed, and a study has many.
      delete(own.checkpoints());
    }
    return true;
  }

  private static void checkSame(RunFolder run, Recipe recipe) throws IOException {
    if (!Files.readString(run.recipe()).equals(RecipeFile.write(recipe))) {
      throw new TrainingException(
          run.root() + " holds a run of another recipe; choose another folder for this study");
    }
  }

  private static Evaluation evaluation(RunFolder run) throws IOException {
    if (!Files.isRegularFile(run.evaluationJson())) {
      throw new TrainingException(
          run.root() + ": has no figures, because the recipe leaves neither test nor validation");
    }
    return Evaluation.fromJson(Files.readString(run.evaluationJson()));
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
