package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotone.training.run.RunFolder;
import org.emotone.training.study.Fusion;
import org.emotone.training.study.FusionMethod;
import org.emotone.training.study.FusionResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone fuse}: joins the answers of several cross-validations. */
@Command(
    name = "fuse",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Join the answers of several recognisers, and see whether that is better.",
    description = {
      "",
      "Takes finished cross-validations of recipes with the same corpora, classes, split and seeds "
          + "(emotone cross-validate), such as of a network and of a classifier, and joins their "
          + "probabilities for each clip. What joining learns, it learns on the validation speakers "
          + "of each fold. Prints the figures of each alone and of all together, and McNemar's test "
          + "of the fusion against the best of them.",
      "",
      "Methods: mean of the probabilities; weighted mean, its weights by the validation; stacked, a "
          + "logistic regression on all probabilities.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone cross-validate recipes/cnn-transformer.yaml --corpus ravdess=r --out runs/net",
      "  emotone cross-validate my-svm.yaml --corpus ravdess=r --out runs/svm",
      "  emotone fuse runs/net runs/svm",
      "  emotone fuse runs/net runs/svm --method stacked --out runs/fused"
    })
final class FuseCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "2..*", paramLabel = "FOLDER", description = "Finished cross-validations.")
  private List<Path> folders = List.of();

  @Mixin private CorpusFolders corpora = new CorpusFolders();

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "weighted",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private FusionMethod method = FusionMethod.WEIGHTED;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "Where fusion.txt and fusion.json go (default: they are only printed).")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    FusionResult result = Fusion.read(method, folders, corpora.folders()).run();
    if (out != null) {
      Files.createDirectories(out);
      RunFolder.write(out.resolve("fusion.txt"), result.toText());
      RunFolder.write(out.resolve("fusion.json"), result.toJson() + "\n");
    }
    spec.commandLine().getOut().println((json ? result.toJson() : result.toText()).strip());
    return 0;
  }
}
