package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.emotone.report.ModelCard;
import org.emotone.report.run.RunReport;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.Settings;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunRequest;
import org.emotone.training.run.Training;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What the commands have in common that train a recipe, once or several times. */
final class TrainingOptions {

  /** What may stand beside --resume: all else was said when the work began. */
  private static final Set<String> WITH_RESUME =
      Set.of("--resume", "--corpus", "--json", "--debug", "--master", "--conf");

  @Spec(Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

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

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "Where all of it goes (default: a new folder in runs/).")
  private @Nullable Path out;

  @Option(
      names = "--resume",
      paramLabel = "FOLDER",
      description = "Go on with what was begun in this folder; takes no recipe.")
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

  /** The folder to go on in, if there is one; refuses what cannot be said any more. */
  @Nullable Path resumed() {
    ParseResult given = spec.commandLine().getParseResult();
    if (given.hasMatchedOption("--conf") && !given.hasMatchedOption("--master")) {
      throw usage("--conf is an option of Spark and needs --master");
    }
    if (resume == null) {
      return null;
    }
    if (recipe != null) {
      throw usage("--resume goes on as it began: it takes no recipe");
    }
    for (OptionSpec option : given.matchedOptions()) {
      if (!WITH_RESUME.contains(option.longestName())) {
        throw usage("--resume goes on as it began: it takes no " + option.longestName());
      }
    }
    return resume;
  }

  /** The recipe with its settings. */
  Recipe recipe() throws IOException, RecipeException {
    if (recipe == null) {
      throw usage("a recipe is missing");
    }
    if (threads != null) {
      settings.put("training.threads", threads.toString());
    }
    return Settings.read(recipe, settings);
  }

  /** The folders of the corpora by id. */
  Map<String, Path> folders() {
    return corpora.folders();
  }

  /**
   * Where the corpora are, of which each that is needed must be given, and no other. Asked before
   * anything is written: a folder that holds nothing would be in the way later.
   */
  RunRequest request(List<String> needed) throws IOException {
    return request(needed, folders(), splitFile, this::usage);
  }

  /**
   * The same of folders that were given.
   *
   * @param usage what is thrown of a line that says what is wrong
   */
  static RunRequest request(
      List<String> needed,
      Map<String, Path> folders,
      @Nullable Path splitFile,
      Function<String, ParameterException> usage)
      throws IOException {
    for (String id : needed) {
      Path folder = folders.get(id);
      if (folder == null) {
        throw usage.apply(
            "the recipe needs the corpus '" + id + "': add --corpus " + id + "=FOLDER");
      }
      if (!Files.exists(folder)) {
        throw new NoSuchFileException(folder.toString());
      }
    }
    for (String id : folders.keySet()) {
      if (!needed.contains(id)) {
        throw usage.apply(
            "--corpus " + id + ": the recipe uses " + String.join(", ", needed) + " only");
      }
    }
    return new RunRequest(folders, splitFile);
  }

  /**
   * Where it goes, and says so.
   *
   * @param name of what is done, for a folder that was not chosen
   */
  Path begun(String name) {
    Path root =
        out == null ? RunFolder.named(Path.of("runs"), name, Clock.systemUTC()).root() : out;
    err("it goes to " + root + "; stopped, it goes on with: " + resuming(root));
    return root;
  }

  /** What trains. */
  static Training training(RunProgress progress) {
    return new Training(
        FeatureCache.ofUser(),
        progress,
        ModelCard::of,
        new RunReport(Clock.systemUTC()),
        Clock.systemUTC());
  }

  /** Says how to go on. */
  int stopped(Path root) {
    err("stopped; go on with: " + resuming(root));
    return 1;
  }

  private String resuming(Path root) {
    return "emotone " + spec.name() + " --resume " + root;
  }

  void err(String line) {
    spec.commandLine().getErr().println(line);
  }

  ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
