package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.emotone.Recognizer;
import org.emotone.corpus.Corpus;
import org.emotone.report.robustness.RobustnessPage;
import org.emotone.training.robustness.Kind;
import org.emotone.training.robustness.Robustness;
import org.emotone.training.robustness.RobustnessReport;
import org.emotone.training.run.RunFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone robustness}: measures a model under noise, over telephones, on short clips. */
@Command(
    name = "robustness",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Measure how far a model can be trusted when recordings are bad.",
    description = {
      "",
      "Hears the same clips as recorded and under some fifty conditions: noise, babble and music at "
          + "five levels, telephone and internet calls, louder, quieter and clipped, cut short, in "
          + "rooms, as other files. Prints for each the unweighted average recall (UAR, with an "
          + "interval over speakers), how many answers change, how many are given as uncertain, how "
          + "many of the certain ones are right, and the calibration error; then figures by sex and "
          + "speaker, the shortest usable length, what becomes of sounds that are no speech or not of one "
          + "speaker, and which published acceptance thresholds are met.",
      "",
      "Of a corpus that the model was trained on, the clips that were held out are used, as by "
          + "evaluate; of any other, all.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone robustness --clips 200 --corpus ravdess=../ravdess    a first look",
      "  emotone robustness --page robustness.html --corpus ravdess=../ravdess --corpus emodb=../emodb",
      "  emotone robustness runs/a/model.emotone --only noise,call --json --corpus ravdess=../ravdess"
    })
final class RobustnessCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..1",
      defaultValue = "default",
      description = "A model in models/ by name, or a file (default: ${DEFAULT-VALUE}).")
  private String model = "default";

  @Mixin private CorpusFolders corpora = new CorpusFolders();

  @Option(
      names = "--clips",
      paramLabel = "N",
      description = "Draw so many clips, of all classes and speakers alike (default: all).")
  private @Nullable Integer clips;

  @Option(
      names = "--only",
      paramLabel = "KIND",
      split = ",",
      description = "Only these kinds of conditions, of ${COMPLETION-CANDIDATES} (default: all).")
  private Set<Kind> only = Set.of();

  @Option(
      names = "--strange",
      paramLabel = "NAME=FOLDER",
      description =
          "Recordings that no model should be sure about, such as music=FOLDER; once for each.")
  private Map<String, Path> strange = new LinkedHashMap<>();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of what is drawn (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--page", paramLabel = "FILE", description = "Write a page with charts, too.")
  private @Nullable Path page;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    corpora.required();
    Integer most = clips;
    if (most != null && most < 1) {
      throw usage("--clips must be at least 1, was " + most);
    }
    try (Recognizer recognizer = Recognizer.open(Models.find(model))) {
      List<Corpus> read = corpora.read();
      RobustnessReport report;
      try (Progress progress = Progress.of("listening", 1000)) {
        report =
            new Robustness(recognizer, only, seed)
                .measure(
                    read,
                    most == null ? Integer.MAX_VALUE : most,
                    strange,
                    (done, all) -> show(progress, done, all));
      }
      if (page != null) {
        RunFolder.write(page, new RobustnessPage(report).html());
        spec.commandLine().getErr().println("page " + page);
      }
      spec.commandLine().getOut().println((json ? report.toJson() : report.toText()).strip());
    }
    return 0;
  }

  private static void show(Progress progress, int done, int all) {
    synchronized (progress) {
      progress.to((int) (1000L * done / all));
    }
  }

  private ParameterException usage(String line) {
    return new ParameterException(spec.commandLine(), line);
  }
}
