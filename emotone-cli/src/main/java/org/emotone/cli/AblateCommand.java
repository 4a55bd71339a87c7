package org.emotone.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotone.report.AblationPlot;
import org.emotone.training.augmentation.Augmentation;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunRequest;
import org.emotone.training.study.Ablation;
import org.emotone.training.study.AblationResult;
import org.emotone.training.study.AblationVariant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code emotone ablate}: scores each augmentation of a recipe. */
@Command(
    name = "ablate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Find out what each augmentation of a recipe is worth.",
    description = {
      "",
      "Trains the recipe without any augmentation, with each by itself and with all, all else equal, "
          + "and compares them on the validation speakers; the test is not heard. mixup and cutMix "
          + "count as augmentations. One seed says little: give several.",
      "",
      "Leaves ablate.txt, ablate.csv, ablate.png, ablate-figures.json and the folder of each run. It may be "
          + "stopped at any time, even killed: --resume goes on.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone ablate recipes/cnn2d-logmel.yaml --corpus ravdess=../ravdess --seeds 1,2,3",
      "  emotone ablate my.yaml --corpus emodb=../emodb --with '{type: noise}, {type: pitch}'",
      "  emotone ablate my.yaml --corpus emodb=../emodb --leave-out --set training.epochs=20",
      "  emotone ablate --resume runs/my-ablate-20260131-120000"
    })
final class AblateCommand extends StudyCommand<Ablation, AblationResult> {

  @Option(
      names = "--with",
      paramLabel = "YAML",
      description = "Score these augmentations instead of the recipe's, with commas between them.")
  private @Nullable String with;

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "N",
      description = "Train each with these seeds, such as 1,2,3 (default: the recipe's).")
  private List<Long> seeds = new ArrayList<>();

  @Option(names = "--leave-out", description = "Also train with all augmentations but each.")
  private boolean leaveOut;

  @Option(names = "--fold", paramLabel = "N", description = "Leave this fold to the test, from 1.")
  private @Nullable Integer fold;

  AblateCommand() {
    super(Ablation.KIND, Ablation.class);
  }

  @Override
  Recipe recipe(Recipe given) throws RecipeException {
    Recipe recipe = fold == null ? given : given.withFold(fold);
    if (with == null) {
      return recipe;
    }
    List<Augmentation> scored = RecipeFile.parseAugmentation("--with", with);
    return recipe.withAugmentation(scored).withTraining(recipe.training().withMixing(0, 0));
  }

  @Override
  Ablation plan(Recipe recipe) {
    try {
      Ablation plan = new Ablation(leaveOut, seeds(seeds, recipe));
      plan.check(recipe);
      return plan;
    } catch (IllegalArgumentException e) {
      throw options().usage("--" + e.getMessage());
    }
  }

  @Override
  RunRequest request(Ablation plan, Recipe recipe) throws IOException {
    AblationVariant.of(recipe, leaveOut);
    return options().request(recipe.corpora()).leavingTestAlone();
  }

  @Override
  Optional<AblationResult> run(Ablation plan, Work work) throws IOException {
    return plan.run(work.study(), work.folder(), work.recipe(), work.request(), work.stop());
  }

  @Override
  void leave(AblationResult result, Ablation plan, Work work) throws IOException {
    RunFolder.write(work.folder().root().resolve("ablate.csv"), result.toCsv());
    AblationPlot.write(result, work.folder().root().resolve("ablate.png"));
  }
}
