package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.emotone.Guard;
import org.emotone.ModelBundle;
import org.emotone.corpus.Corpus;
import org.emotone.training.augmentation.Chain;
import org.emotone.training.augmentation.Stage;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.run.Guarding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone model guard}: gives a model a guard after its training. */
@Command(
    name = "guard",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Let a model know what it was trained on, so that it is not sure of anything else.",
    description = {
      "",
      "Training does this by itself; this is for models that were trained before it did. Fits a "
          + "Gaussian to what the front-end hears of the clips that the model learned from, and a "
          + "threshold that 97.5 % of the clips of the validation speakers lie within. What lies "
          + "outside is answered as uncertain: \"unlike anything the model was trained on\". If the "
          + "training put noise, rooms or telephones over its clips, name its recipe: the guard is "
          + "then fitted to clips so changed as well, and lets through what the network learned to "
          + "hear through.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone model info default                  its validation speakers, after \"validation on\"",
      "  emotone model guard default --validation ravdess:14,ravdess:15 -o guarded.emotone \\",
      "      --recipe recipes/default.yaml --corpus ravdess=../ravdess"
    })
final class ModelGuardCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..1",
      defaultValue = "default",
      description = "A model in models/ by name, or a file (default: ${DEFAULT-VALUE}).")
  private String model = "default";

  @Mixin private CorpusFolders corpora = new CorpusFolders();

  @Option(
      names = "--validation",
      paramLabel = "ID",
      split = ",",
      required = true,
      description = "The speakers that the training was validated on.")
  private Set<String> validation = Set.of();

  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description = "The recipe of its training, for what that did to the sound of its clips.")
  private @Nullable Path recipe;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "The new model.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException, RecipeException {
    corpora.required();
    Recipe by = recipe == null ? null : RecipeFile.read(recipe);
    List<Corpus> read = corpora.read();
    ModelBundle before = ModelBundle.read(Models.find(model));
    try (RunProgress progress = new RunProgress(spec.commandLine().getErr())) {
      ModelBundle guarded =
          new Guarding(FeatureCache.ofUser(), progress).guarded(before, read, validation, by);
      guarded.write(out);
      Guard guard = Objects.requireNonNull(guarded.manifest().guard());
      spec.commandLine()
          .getOut()
          .printf(
              "%s: %s, guarded in %d of %d directions, fitted to clips %s%n",
              out, guarded.fullName(), guard.directions(), guard.dimensions(), words(by));
    }
    return 0;
  }

  private static String words(@Nullable Recipe recipe) {
    return recipe == null || new Chain(recipe.augmentation()).of(Stage.SOUND).isEmpty()
        ? "as they are"
        : "as they are and as " + recipe.name() + " changes them";
  }
}
