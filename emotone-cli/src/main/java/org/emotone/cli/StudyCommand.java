package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunRequest;
import org.emotone.training.study.Study;
import org.emotone.training.study.StudyFolder;
import org.emotone.training.study.StudyResult;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command that trains a recipe several times. It begins a study or goes on with one, prints what
 * came out, and leaves that as KIND.txt and KIND-figures.json.
 *
 * @param <P> the plan: what is asked, as JSON holds it
 * @param <R> what comes out
 */
abstract class StudyCommand<P, R extends StudyResult> implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private TrainingOptions options = new TrainingOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  private final String kind;
  private final Class<P> planType;

  StudyCommand(String kind, Class<P> planType) {
    this.kind = kind;
    this.planType = planType;
  }

  /**
   * A study that is under way.
   *
   * @param recipe that all runs come from
   * @param request where the corpora are
   * @param folder where it goes
   * @param study what runs
   * @param progress shows how far it is
   * @param stop raised when it is to stop
   */
  record Work(
      Recipe recipe,
      RunRequest request,
      StudyFolder folder,
      Study study,
      RunProgress progress,
      StopFlag stop) {

    /** The same on Spark. */
    SparkStudy onSpark() {
      return new SparkStudy(folder, request, study, progress);
    }
  }

  @Override
  public final Integer call() throws IOException, RecipeException, InterruptedException {
    Path resumed = options.resumed();
    if (resumed != null) {
      StudyFolder folder = new StudyFolder(resumed);
      P plan = folder.readPlan(kind, planType);
      RunRequest request = folder.readRequest().moved(options.folders());
      return run(plan, folder.readRecipe(), request, folder);
    }
    Recipe recipe = recipe(options.recipe());
    P plan = plan(recipe);
    RunRequest request = request(plan, recipe);
    StudyFolder folder = new StudyFolder(options.begun(recipe.name() + "-" + kind));
    folder.create(kind, plan, recipe, request);
    return run(plan, recipe, request, folder);
  }

  private int run(P plan, Recipe recipe, RunRequest request, StudyFolder folder)
      throws IOException, InterruptedException {
    try (RunProgress progress = new RunProgress(spec.commandLine().getErr())) {
      Study study = new Study(TrainingOptions.training(progress), folder, request, progress);
      Work work = new Work(recipe, request, folder, study, progress, new StopFlag());
      Optional<R> result = run(plan, work);
      if (result.isEmpty()) {
        return options.stopped(folder.root());
      }
      String figures = result.get().toJson() + "\n";
      RunFolder.write(folder.root().resolve(kind + "-figures.json"), figures);
      RunFolder.write(folder.root().resolve(kind + ".txt"), result.get().toText());
      leave(result.get(), plan, work);
      String printed = json ? result.get().toJson() : result.get().toText();
      spec.commandLine().getOut().println(printed.strip());
      options.err("took " + RunProgress.words(progress.elapsed()));
      options.err("folder " + folder.root());
      return 0;
    }
  }

  /** The recipe as the command's own options change it. */
  Recipe recipe(Recipe given) throws RecipeException {
    return given;
  }

  /** What is asked; refuses, in one line, what cannot be. */
  abstract P plan(Recipe recipe) throws IOException, RecipeException;

  /** Where the corpora are; refuses, in one line, what cannot be done with them. */
  abstract RunRequest request(P plan, Recipe recipe) throws IOException, RecipeException;

  /** Runs it; nothing if it was stopped. */
  abstract Optional<R> run(P plan, Work work) throws IOException, InterruptedException;

  /** Writes what else is left in the folder. */
  abstract void leave(R result, P plan, Work work) throws IOException;

  TrainingOptions options() {
    return options;
  }

  /** The given seeds, or the recipe's. */
  static List<Long> seeds(List<Long> given, Recipe recipe) {
    return given.isEmpty() ? List.of(recipe.seed()) : given;
  }
}
