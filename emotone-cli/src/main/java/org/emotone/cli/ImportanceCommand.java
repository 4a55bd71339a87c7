package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.emotone.report.FeatureCountsPlot;
import org.emotone.report.ImportancePlot;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.importance.FeatureCounts;
import org.emotone.training.importance.FeatureCountsResult;
import org.emotone.training.importance.Importance;
import org.emotone.training.importance.ImportanceResult;
import org.emotone.training.importance.RowSource;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.Settings;
import org.emotone.training.run.Rows;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunRequest;
import org.emotone.training.study.StudyResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone importance}: which features a classifier goes by, and how many it needs. */
@Command(
    name = "importance",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Find out which features a classifier goes by, and how many it needs.",
    description = {
      "",
      "Fits the classifier of a recipe, then permutes one group of features after the other (MFCC, "
          + "mel bands, chroma …) between the validation clips: what the UAR loses by it, the "
          + "classifier owed to the group. --drop also fits it anew without each group and with "
          + "each alone: a group whose loss is small there says what others say, too.",
      "",
      "--counts fits it on that many features instead, the most informative first (by the training "
          + "clips alone) and at random, and says how well it knows its training clips and others.",
      "",
      "Only validation speakers are judged; the test is not heard. Each seed draws its own, so give "
          + "several. Leaves a table (.txt, .csv, .json) and a plot (.png) in the folder.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone importance recipes/studies/means-ravdess.yaml --corpus ravdess=../ravdess --seeds 1,2,3",
      "  emotone importance my.yaml --corpus emodb=../emodb --drop --repeats 20",
      "  emotone importance my.yaml --corpus emodb=../emodb --counts 5,10,20,50,100,193"
    })
final class ImportanceCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RECIPE", description = "The recipe, a YAML file with a classifier.")
  private @Nullable Path recipe;

  @Mixin private CorpusFolders corpora = new CorpusFolders();

  @Option(
      names = "--split-file",
      paramLabel = "FILE",
      description = "CSV (clip,test_fold) of a recipe with a fixed split.")
  private @Nullable Path splitFile;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Replace a value of the recipe, such as classifier.c=1.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "N",
      description = "Do it with these seeds, such as 1,2,3 (default: the recipe's).")
  private List<Long> seeds = new ArrayList<>();

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description = "Permutations of each group with each seed (default: ${DEFAULT-VALUE}).")
  private int repeats = Importance.REPEATS;

  @Option(names = "--drop", description = "Also fit it without each group, and with each alone.")
  private boolean drop;

  @Option(
      names = "--counts",
      split = ",",
      paramLabel = "N",
      description = "Fit it on so many features instead, such as 5,10,20,50.")
  private List<Integer> counts = new ArrayList<>();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "Where all of it goes (default: a new folder in runs/).")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** Something that is left beside the table. */
  @FunctionalInterface
  private interface Leaving {
    void write(Path file) throws IOException;
  }

  @Override
  public Integer call() throws IOException, RecipeException, InterruptedException {
    if (recipe == null) {
      throw usage("a recipe is missing");
    }
    Recipe asked = Settings.read(recipe, settings);
    List<Long> drawn = StudyCommand.seeds(seeds, asked);
    RunRequest request =
        TrainingOptions.request(asked.corpora(), corpora.folders(), splitFile, this::usage);
    try (RunProgress progress = new RunProgress(spec.commandLine().getErr())) {
      RowSource source =
          seed -> Rows.read(asked.withSeed(seed), request, FeatureCache.ofUser(), progress);
      if (counts.isEmpty()) {
        Importance plan = checked(() -> new Importance(drawn, repeats, drop));
        ImportanceResult result = plan.of(asked, source, progress::stage);
        leave("importance", asked, result, result.toCsv(), f -> ImportancePlot.write(result, f));
      } else {
        FeatureCounts plan = checked(() -> new FeatureCounts(drawn, counts));
        FeatureCountsResult result = plan.of(asked, source, progress::stage);
        leave("counts", asked, result, result.toCsv(), f -> FeatureCountsPlot.write(result, f));
      }
    }
    return 0;
  }

  private <T> T checked(Supplier<T> plan) {
    if (!counts.isEmpty() && drop) {
      throw usage("--counts and --drop are two questions; ask one at a time");
    }
    try {
      return plan.get();
    } catch (IllegalArgumentException e) {
      throw usage("--" + e.getMessage());
    }
  }

  private void leave(String name, Recipe asked, StudyResult result, String csv, Leaving plot)
      throws IOException {
    Path folder =
        out == null
            ? RunFolder.named(Path.of("runs"), asked.name() + "-" + name, Clock.systemUTC()).root()
            : out;
    Files.createDirectories(folder);
    RunFolder.write(folder.resolve(name + ".txt"), result.toText());
    RunFolder.write(folder.resolve(name + ".csv"), csv);
    RunFolder.write(folder.resolve(name + ".json"), result.toJson() + "\n");
    plot.write(folder.resolve(name + ".png"));
    spec.commandLine().getOut().println((json ? result.toJson() : result.toText()).strip());
    spec.commandLine().getErr().println("folder " + folder);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
