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
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.run.Guarding;
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
          + "Gaussian to what the network makes of the clips it learned from, and a threshold that "
          + "97.5 % of the clips of the validation speakers lie within. What lies outside is "
          + "answered as uncertain: \"unlike anything the model was trained on\".",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone model info default                  its validation speakers, after \"validation on\"",
      "  emotone model guard default --validation ravdess:14,ravdess:15 -o guarded.emotone \\",
      "      --corpus ravdess=../ravdess"
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
      names = {"-o", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "The new model.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    corpora.required();
    List<Corpus> read = corpora.read();
    try (RunProgress progress = new RunProgress(spec.commandLine().getErr())) {
      ModelBundle guarded =
          Guarding.guarded(
              ModelBundle.read(Models.find(model)),
              read,
              validation,
              FeatureCache.ofUser(),
              progress);
      guarded.write(out);
      Guard guard = Objects.requireNonNull(guarded.manifest().guard());
      spec.commandLine()
          .getOut()
          .printf(
              "%s: %s, guarded in %d of %d directions%n",
              out, guarded.fullName(), guard.directions(), guard.dimensions());
    }
    return 0;
  }
}
