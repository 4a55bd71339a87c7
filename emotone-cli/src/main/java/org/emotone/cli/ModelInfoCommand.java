package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.emotone.Adaptation;
import org.emotone.Guard;
import org.emotone.Manifest;
import org.emotone.ModelBundle;
import org.emotone.Provenance;
import org.emotone.TrainingCorpus;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone model info}: what a model says of itself. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Print what a model says of itself.",
    description = {
      "",
      "Prints what a model says of itself: classes, training corpora with their licences, "
          + "how it was measured and with which figures, where it comes from.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone model info",
      "  emotone model info --json my.emotone",
      "  emotone model info --card > card.md"
    })
final class ModelInfoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      defaultValue = "default",
      description = "A model in models/ by name, or a file (default: ${DEFAULT-VALUE}).")
  private String model = "default";

  @ArgGroup private Form form = new Form();

  /** Of these, one may be given. */
  static final class Form {
    @Option(names = "--json", description = "Print the manifest as JSON.")
    private boolean json;

    @Option(names = "--card", description = "Print the model card (Markdown).")
    private boolean card;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path file = Models.find(model);
    ModelBundle bundle = ModelBundle.read(file);
    if (form.json) {
      out.println(bundle.manifest().toJson());
    } else if (form.card) {
      out.println(bundle.card().strip());
    } else {
      print(out, file, bundle);
    }
    return 0;
  }

  private static void print(PrintWriter out, Path file, ModelBundle bundle) {
    Manifest manifest = bundle.manifest();
    Provenance from = manifest.provenance();
    line(out, "model", manifest.name() + "@" + bundle.id());
    line(out, "file", file.toString());
    line(out, "classes", String.join(", ", manifest.classes()));
    line(out, "uncertain below", percent(manifest.uncertainBelow()));
    Guard guard = manifest.usableGuard();
    line(
        out,
        "guard",
        guard == null
            ? "none: it may be sure of what is unlike its training"
            : "within it lie %.1f %% of the clips of validation speakers"
                .formatted(100 * guard.kept()));
    line(out, "parameters", Long.toString(from.parameters()));
    line(out, "hears", manifest.frontEnd().sampleRate() + " Hz, mono");
    for (TrainingCorpus corpus : manifest.corpora()) {
      String text = "%s: %d clips, %d speakers (%s)";
      line(
          out,
          "trained on",
          text.formatted(corpus.id(), corpus.clips(), corpus.speakers().size(), corpus.licence()));
    }
    line(out, "measured", manifest.protocol());
    if (manifest.split() != null) {
      line(out, "split", manifest.split());
    }
    Map<String, Double> metrics = new TreeMap<>(manifest.metrics());
    metrics.forEach((name, value) -> line(out, name, figure(value)));
    line(out, "recipe", "%s, seed %d".formatted(from.recipe(), from.seed()));
    line(out, "made", "%s by Emotone %s".formatted(from.created(), from.emotoneVersion()));
    Adaptation adaptation = manifest.adaptation();
    if (adaptation != null) {
      line(out, "adapted from", adaptation.from() + " on " + adaptation.created());
      line(out, "adapted by", adaptation.method() + ", clips " + adaptation.clips());
    }
    if (from.commit() != null) {
      line(out, "from commit", from.commit());
    }
  }

  /** Shares with four digits, counts as whole numbers. */
  private static String figure(double value) {
    return value > 1 && value == Math.rint(value)
        ? Long.toString((long) value)
        : "%.4f".formatted(value);
  }

  private static String percent(double share) {
    return "%.0f %%".formatted(100 * share);
  }

  private static void line(PrintWriter out, String name, String value) {
    out.printf("%-16s %s%n", name, value);
  }
}
