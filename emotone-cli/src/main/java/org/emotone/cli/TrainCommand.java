package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotone.report.ModelCard;
import org.emotone.report.run.RunReport;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.Settings;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunRecord;
import org.emotone.training.run.RunRequest;
import org.emotone.training.run.Training;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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

  @Parameters(arity = "0..1", paramLabel = "RECIPE", description = "The recipe, a YAML file.")
  private @Nullable Path recipe;

  @Mixin private CorpusFolders corpora = new CorpusFolders();

  @Option(
      names = "--split-file",
      paramLabel = "FILE",
      description =
          "CSV (clip,test_fold) of a recipe with a fixed split; by default looked for in splits/"
              + " in or beside the folder of the corpus.")
  private @Nullable Path splitFile;

  @Option(names = "--fold", paramLabel = "N", description = "Test this fold instead, from 1.")
  private @Nullable Integer fold;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "Where the run goes (default: runs/NAME-TIME).")
  private @Nullable Path out;

  @Option(
      names = "--resume",
      paramLabel = "FOLDER",
      description = "Go on with the run in this folder; takes no recipe.")
  private @Nullable Path resume;

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
    checkUsage();
    try (RunProgress progress = new RunProgress(spec.commandLine().getErr())) {
      Training training =
          new Training(
              FeatureCache.ofUser(),
              progress,
              ModelCard::of,
              new RunReport(Clock.systemUTC()),
              Clock.systemUTC());
      return report(resume == null ? start(training) : resume(training), progress);
    }
  }

  private void checkUsage() {
    boolean changes = fold != null || out != null || threads != null || !settings.isEmpty();
    if (resume != null && (recipe != null || changes || splitFile != null)) {
      throw usage("--resume goes on as the run began: of the options it takes --corpus alone");
    }
    if (resume == null && recipe == null) {
      throw usage("a recipe is missing");
    }
  }

  private RunRecord start(Training training) throws IOException, RecipeException {
    if (threads != null) {
      settings.put("training.threads", threads.toString());
    }
    if (recipe == null) {
      throw usage("a recipe is missing");
    }
    Recipe whole = Settings.read(recipe, settings);
    if (fold != null) {
      whole = whole.withFold(fold);
    }
    checkCorpora(whole.corpora());
    RunFolder folder =
        out == null
            ? RunFolder.named(Path.of("runs"), whole.name(), Clock.systemUTC())
            : new RunFolder(out);
    err(
        "the run goes to "
            + folder.root()
            + "; stopped, it goes on with: emotone train --resume "
            + folder.root());
    return training.run(
        whole, new RunRequest(corpora.folders(), splitFile), folder, new StopFlag());
  }

  /** Before anything is written: a run folder that holds no run would be in the way later. */
  private void checkCorpora(List<String> needed) throws IOException {
    for (String id : needed) {
      Path folder = corpora.folders().get(id);
      if (folder == null) {
        throw usage("the recipe needs the corpus '" + id + "': add --corpus " + id + "=FOLDER");
      }
      if (!Files.exists(folder)) {
        throw new NoSuchFileException(folder.toString());
      }
    }
    for (String id : corpora.folders().keySet()) {
      if (!needed.contains(id)) {
        throw usage("--corpus " + id + ": the recipe uses " + String.join(", ", needed) + " only");
      }
    }
  }

  private RunRecord resume(Training training) throws IOException {
    if (resume == null) {
      throw usage("a recipe is missing");
    }
    return training.resume(new RunFolder(resume), corpora.folders(), new StopFlag());
  }

  private int report(RunRecord run, RunProgress progress) {
    if (run.interrupted()) {
      err("stopped; go on with: emotone train --resume " + run.folder().root());
      return 1;
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
    err("took " + RunProgress.words(progress.elapsed()));
    return 0;
  }

  private void err(String line) {
    spec.commandLine().getErr().println(line);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
