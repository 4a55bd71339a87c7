package org.emotone.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotone.report.ConfusionMatrixPlot;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.run.Folds;
import org.emotone.training.run.RunRequest;
import org.emotone.training.study.CrossValidation;
import org.emotone.training.study.CrossValidationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
      "",
      "With --master the runs are tasks of Apache Spark, one at a time in each of its processes; "
          + "all machines see the folders of the study and of the corpora under the same paths.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone cross-validate recipes/cnn2d-logmel.yaml --corpus ravdess=../ravdess",
      "  emotone cross-validate my.yaml --corpus emodb=e --seeds 1,2,3 --out runs/three-seeds",
      "  emotone cross-validate --resume runs/three-seeds",
      "  emotone cross-validate my.yaml --corpus emodb=/shared/e --out /shared/cv"
          + " --master spark://host:7077"
    })
final class CrossValidateCommand extends StudyCommand<CrossValidation, CrossValidationResult> {

  @Option(
      names = "--seeds",
      paramLabel = "N",
      split = ",",
      description = "All folds are done with each of these seeds (default: the recipe's).")
  private List<Long> seeds = List.of();

  @Mixin private SparkOptions spark = new SparkOptions();

  CrossValidateCommand() {
    super(CrossValidation.KIND, CrossValidation.class);
  }

  @Override
  CrossValidation plan(Recipe recipe) {
    try {
      return new CrossValidation(seeds(seeds, recipe));
    } catch (IllegalArgumentException e) {
      throw options().usage("--" + e.getMessage());
    }
  }

  @Override
  RunRequest request(CrossValidation plan, Recipe recipe) throws IOException {
    RunRequest request = options().request(recipe.corpora());
    Folds.of(recipe, request);
    return request;
  }

  @Override
  Optional<CrossValidationResult> run(CrossValidation plan, Work work) throws IOException {
    if (spark.given()) {
      Map<String, String> failures =
          work.onSpark().run(plan.runs(work.recipe(), work.request()), spark);
      Optional<String> first = failures.values().stream().findFirst();
      if (first.isPresent()) {
        throw new TrainingException(first.get());
      }
    }
    return plan.run(work.study(), work.folder(), work.recipe(), work.request(), work.stop());
  }

  @Override
  void leave(CrossValidationResult result, CrossValidation plan, Work work) throws IOException {
    ConfusionMatrixPlot.of(result.pooled()).write(work.folder().root().resolve("confusion.png"));
  }
}
