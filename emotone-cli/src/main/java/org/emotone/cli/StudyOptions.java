package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotone.report.ModelCard;
import org.emotone.report.run.RunReport;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.Settings;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunRequest;
import org.emotone.training.run.Training;
import org.emotone.training.study.StudyFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What the commands have in common that train a recipe several times. */
final class StudyOptions {

  @Spec(Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "RECIPE", description = "The recipe, a YAML file.")
  private @Nullable Path recipe;

  @Mixin private CorpusFolders corpora = new CorpusFolders();

  @Option(
      names = "--split-file",
      paramLabel = "FILE",
      description = "CSV (clip,test_fold) of a recipe with a fixed split.")
  private @Nullable Path splitFile;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "Where all of it goes (default: runs/NAME-KIND-TIME).")
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

  /** The folder to go on in, if there is one. */
  @Nullable StudyFolder resumed() {
    if (resume == null) {
      return null;
    }
    boolean changes = out != null || threads != null || !settings.isEmpty() || splitFile != null;
    if (recipe != null || changes) {
      throw usage("--resume goes on as it began: of the options it takes --corpus alone");
    }
    return new StudyFolder(resume);
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

  /** Where the corpora are, of which each that is needed must be given, and no other. */
  RunRequest request(List<String> needed) throws IOException {
    for (String id : needed) {
      Path folder = folders().get(id);
      if (folder == null) {
        throw usage("the corpus '" + id + "' is needed: add --corpus " + id + "=FOLDER");
      }
      if (!Files.exists(folder)) {
        throw new NoSuchFileException(folder.toString());
      }
    }
    for (String id : folders().keySet()) {
      if (!needed.contains(id)) {
        throw usage("--corpus " + id + ": the recipe uses " + String.join(", ", needed) + " only");
      }
    }
    return new RunRequest(folders(), splitFile);
  }

  /** Where a study goes that begins now. */
  StudyFolder begun(Recipe of, String kind) {
    Path root =
        out == null
            ? RunFolder.named(Path.of("runs"), of.name() + "-" + kind, Clock.systemUTC()).root()
            : out;
    err("it goes to " + root + "; stopped, it goes on with: emotone " + kind + " --resume " + root);
    return new StudyFolder(root);
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
  int stopped(StudyFolder folder, String kind) {
    err("stopped; go on with: emotone " + kind + " --resume " + folder.root());
    return 1;
  }

  void err(String line) {
    spec.commandLine().getErr().println(line);
  }

  ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
