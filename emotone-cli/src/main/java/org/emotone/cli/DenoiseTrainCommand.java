package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.reader.Corpora;
import org.emotone.training.denoise.DenoiserRecipe;
import org.emotone.training.denoise.DenoiserTraining;
import org.emotone.training.engine.SequenceEpoch;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.recipe.RecipeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone denoise train}: trains a denoiser as a recipe says. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Train a denoiser as a recipe says.",
    description = {
      "",
      "Clips of the corpora are mixed with noise anew in each step; the speakers of the test are "
          + "never heard. Leaves a folder with the model (ONNX), its card and the losses. It may "
          + "be stopped at any time, even killed: the same command goes on after the last epoch. "
          + "It computes on one thread.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone denoise train recipes/denoiser.yaml --corpus ravdess=../ravdess --corpus cremad=../cremad",
      "  emotone denoise --model runs/denoiser/denoiser.onnx --out clean noisy.wav    use what came of it"
    })
final class DenoiseTrainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RECIPE", description = "The recipe, a YAML file.")
  private Path recipe = Path.of("");

  @Mixin private CorpusFolders corpora = new CorpusFolders();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "Where all of it goes (default: a folder in runs/ with the recipe's name).")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException, RecipeException {
    DenoiserRecipe read = DenoiserRecipe.read(recipe);
    List<Corpus> found = corpora(read);
    Path folder = out == null ? Path.of("runs").resolve(read.name()) : out;
    PrintWriter err = spec.commandLine().getErr();
    err.println("it goes to " + folder + "; stopped, the same command goes on");
    DenoiserTraining.Outcome outcome;
    try (DenoiseProgress progress = new DenoiseProgress(err)) {
      outcome = new DenoiserTraining(read, found, folder).run(progress, new StopFlag());
    }
    if (outcome.interrupted()) {
      err.println("stopped; the same command goes on after the last epoch");
      return 1;
    }
    SequenceEpoch best = Objects.requireNonNull(outcome.best());
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "parameters       %,d%nvalidation loss  %.4f after epoch %d of %d%nmodel            %s%n",
            outcome.parameters(),
            best.validationLoss(),
            best.epoch(),
            best.epochs(),
            outcome.model());
    return 0;
  }

  private List<Corpus> corpora(DenoiserRecipe read) throws IOException {
    Map<String, Path> folders = corpora.folders();
    for (String id : folders.keySet()) {
      if (!read.corpora().contains(id)) {
        throw usage("--corpus " + id + ": the recipe uses " + String.join(", ", read.corpora()));
      }
    }
    List<Corpus> found = new ArrayList<>();
    for (String id : read.corpora()) {
      Path folder = folders.get(id);
      if (folder == null) {
        throw usage("the recipe needs the corpus '" + id + "': add --corpus " + id + "=FOLDER");
      }
      found.add(Corpora.byId(id).read(folder));
    }
    return found;
  }

  private ParameterException usage(String line) {
    return new ParameterException(spec.commandLine(), line);
  }
}
