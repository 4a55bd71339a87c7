package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunRecord;
import org.emotone.training.run.RunRequest;
import org.emotone.training.run.Training;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code emotone train}: trains a network as a recipe says. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Train a network as a recipe says, and measure it.",
    description = {
      "",
      "The recipe holds the whole "
          + "experiment; the corpora are yours: say where they are. Leaves a folder with the "
          + "model, the recipe with all defaults filled in, metrics, predictions, the evaluation, "
          + "plots and the environment.",
      "",
      "It may be stopped at any time, even killed: --resume goes on after the last epoch, "
          + "and ends as the run would have ended. The same recipe and seed give the same losses.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone train recipes/cnn2d-logmel.yaml --corpus ravdess=../ravdess --fold 1",
      "  emotone train my.yaml --corpus ravdess=r --corpus cremad=c --out runs/both",
      "  emotone train my.yaml --corpus ravdess=r --set training.epochs=5 --set seed=2",
      "  emotone train --resume runs/both"
    })
final class TrainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private TrainingOptions options = new TrainingOptions();

  @Option(names = "--fold", paramLabel = "N", description = "Test this fold instead, from 1.")
  private @Nullable Integer fold;

  @Override
  public Integer call() throws IOException, RecipeException {
    Path resumed = options.resumed();
    try (RunProgress progress = new RunProgress(spec.commandLine().getErr())) {
      Training training = TrainingOptions.training(progress);
      RunRecord run =
          resumed == null
              ? start(training)
              : training.resume(new RunFolder(resumed), options.folders(), new StopFlag());
      return report(run, progress);
    }
  }

  private RunRecord start(Training training) throws IOException, RecipeException {
    Recipe given = options.recipe();
    Recipe recipe = fold == null ? given : given.withFold(fold);
    RunRequest request = options.request(recipe.corpora());
    RunFolder folder = new RunFolder(options.begun(recipe.name()));
    return training.run(recipe, request, folder, new StopFlag());
  }

  private int report(RunRecord run, RunProgress progress) {
    if (run.interrupted()) {
      return options.stopped(run.folder().root());
    }
    PrintWriter results = spec.commandLine().getOut();
    Evaluation evaluation = run.evaluation();
    if (evaluation != null) {
      results.println(evaluation.toText().strip());
    }
    results.println(run.keptWords());
    results.println("model      " + run.folder().model());
    results.println("record     " + run.folder().root());
    results.flush();
    options.err("took " + RunProgress.words(progress.elapsed()));
    return 0;
  }
}
