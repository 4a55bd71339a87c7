package org.emotone.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotone.report.ConfusionMatrixPlot;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.run.Folds;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunRequest;
import org.emotone.training.study.CrossValidation;
import org.emotone.training.study.CrossValidationResult;
import org.emotone.training.study.Study;
import org.emotone.training.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code emotone cross-validate}: all folds of a recipe, with several seeds. */
@Command(
    name = "cross-validate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Train and measure a recipe on every fold of its split.",
    description = {
      "",
      "Prints the figures of each fold, their mean and standard deviation over folds and over "
          + "seeds, and those of all tests together with an interval over speakers, by class, "
          + "sex, intensity and speaker. The split must have folds: speakerFolds, speakerLists, "
          + "published, fixed, or one speaker or corpus left out, each in turn. Folds that the "
          + "seed draws (speakerFolds) are drawn anew for each seed.",
      "",
      "Leaves cross-validate.txt, cross-validate-figures.json, confusion.png and the folder of "
          + "each run. It may be stopped at any time, even killed: --resume goes on.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone cross-validate recipes/cnn2d-logmel.yaml --corpus ravdess=../ravdess",
      "  emotone cross-validate my.yaml --corpus emodb=e --seeds 1,2,3 --out runs/three-seeds",
      "  emotone cross-validate --resume runs/three-seeds"
    })
final class CrossValidateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StudyOptions options = new StudyOptions();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      split = ",",
      description = "All folds are done with each of these seeds (default: the recipe's).")
  private List<Long> seeds = List.of();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, RecipeException {
    StudyFolder resumed = options.resumed();
    if (resumed != null) {
      CrossValidation plan = resumed.readPlan(CrossValidation.KIND, CrossValidation.class);
      RunRequest request = resumed.readRequest().moved(options.folders());
      return run(plan, resumed.readRecipe(), request, resumed);
    }
    Recipe recipe = options.recipe();
    CrossValidation plan = asked(recipe);
    RunRequest request = options.request(recipe.corpora());
    Folds.of(recipe, request);
    StudyFolder folder = options.begun(recipe, CrossValidation.KIND);
    folder.create(CrossValidation.KIND, plan, recipe, request);
    return run(plan, recipe, request, folder);
  }

  private CrossValidation asked(Recipe recipe) {
    try {
      return new CrossValidation(seeds.isEmpty() ? List.of(recipe.seed()) : seeds);
    } catch (IllegalArgumentException e) {
      throw options.usage("--" + e.getMessage());
    }
  }

  private int run(CrossValidation plan, Recipe recipe, RunRequest request, StudyFolder folder)
      throws IOException {
    try (RunProgress progress = new RunProgress(spec.commandLine().getErr())) {
      Study study = new Study(StudyOptions.training(progress), folder, request, progress);
      Optional<CrossValidationResult> result =
          plan.run(study, folder, recipe, request, new StopFlag());
      if (result.isEmpty()) {
        return options.stopped(folder, CrossValidation.KIND);
      }
      RunFolder.write(
          folder.root().resolve("cross-validate-figures.json"), result.get().toJson() + "\n");
      RunFolder.write(folder.root().resolve("cross-validate.txt"), result.get().toText());
      ConfusionMatrixPlot.of(result.get().pooled()).write(folder.root().resolve("confusion.png"));
      String printed = json ? result.get().toJson() : result.get().toText();
      spec.commandLine().getOut().println(printed.strip());
      options.err("took " + RunProgress.words(progress.elapsed()));
      return 0;
    }
  }
}
