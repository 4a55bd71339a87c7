package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotone.training.augmentation.Augmentation;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.LibTorch;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.recipe.Settings;
import org.emotone.training.run.Ablation;
import org.emotone.training.run.AblationPlan;
import org.emotone.training.run.AblationTable;
import org.emotone.training.run.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
      "It may be stopped at any time, even killed: the same command goes on.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone ablate recipes/cnn2d-logmel.yaml --corpus ravdess=../ravdess --seeds 1,2,3",
      "  emotone ablate my.yaml --corpus emodb=../emodb --with '{type: noise}, {type: pitch}'",
      "  emotone ablate my.yaml --corpus emodb=../emodb --leave-out --set training.epochs=20"
    })
final class AblateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RECIPE", description = "The recipe, a YAML file.")
  private Path recipe = Path.of("");

  @Mixin private CorpusFolders corpora = new CorpusFolders();

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

  @Option(
      names = "--split-file",
      paramLabel = "FILE",
      description = "CSV (clip,test_fold) of a recipe with a fixed split.")
  private @Nullable Path splitFile;

  @Option(names = "--fold", paramLabel = "N", description = "Leave this fold to the test, from 1.")
  private @Nullable Integer fold;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "Where results go (default: runs/ablation-NAME).")
  private @Nullable Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of LibTorch (default: one per core).")
  private @Nullable Integer threads;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Replace a value of the recipe, such as training.epochs=20.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException, RecipeException {
    LibTorch.require();
    if (threads != null) {
      settings.put("training.threads", threads.toString());
    }
    Recipe whole = Settings.read(recipe, settings);
    if (fold != null) {
      whole = whole.withFold(fold);
    }
    if (with != null) {
      List<Augmentation> given = RecipeFile.parseAugmentation("--with", with);
      whole = whole.withAugmentation(given).withTraining(whole.training().withMixing(0, 0));
    }
    checkCorpora(whole.corpora());
    AblationPlan plan =
        AblationPlan.of(whole, leaveOut, seeds.isEmpty() ? List.of(whole.seed()) : seeds);
    Path folder = out == null ? Path.of("runs", "ablation-" + whole.name()) : out;
    return run(plan, folder);
  }

  private int run(AblationPlan plan, Path folder) throws IOException {
    err(
        "%d trainings: %d variants, seeds %s; results go to %s"
            .formatted(plan.trials(), plan.variants().size(), plan.seeds(), folder));
    AblationTable table;
    StopFlag stop = new StopFlag();
    try (AblationProgress progress = new AblationProgress(spec.commandLine().getErr(), plan)) {
      table =
          new Ablation(FeatureCache.ofUser(), progress)
              .run(plan, new RunRequest(corpora.folders(), splitFile), folder, stop);
    }
    spec.commandLine().getOut().print(table.toText());
    spec.commandLine().getOut().flush();
    if (table.seeds().size() < plan.seeds().size()) {
      err("stopped; the same command goes on");
      return 1;
    }
    return 0;
  }

  private void checkCorpora(List<String> needed) throws IOException {
    for (String id : needed) {
      Path place = corpora.folders().get(id);
      if (place == null) {
        throw usage("the recipe needs the corpus '" + id + "': add --corpus " + id + "=FOLDER");
      }
      if (!Files.exists(place)) {
        throw new NoSuchFileException(place.toString());
      }
    }
  }

  private void err(String line) {
    spec.commandLine().getErr().println(line);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
