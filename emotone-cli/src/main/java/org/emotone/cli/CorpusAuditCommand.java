package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.audit.AuditJson;
import org.emotone.corpus.audit.AuditOptions;
import org.emotone.corpus.audit.AuditReport;
import org.emotone.corpus.audit.AuditText;
import org.emotone.corpus.audit.CorpusAudit;
import org.emotone.corpus.split.PublishedFolds;
import org.emotone.corpus.split.Split;
import org.emotone.corpus.split.Splits;
import org.emotone.corpus.split.Validation;
import org.emotone.training.cache.CacheFolder;
import org.emotone.training.cache.CacheStage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone corpus audit}: what is wrong with corpora, and with a split of them. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Find what is wrong with corpora and splits.",
    description = {
      "",
      "Listens to every clip and lists what makes figures wrong: one recording under two names or "
          + "labels (told by its sound, through other codecs, gains, rates and cuts), speakers and "
          + "recordings on both sides of a split, files that are unreadable, silent, clipped or "
          + "unlike the others, uneven labels. The exit code is 1 if there are errors.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone corpus audit ~/corpora/cremad",
      "  emotone corpus audit --split random ~/corpora/ravdess",
      "  emotone corpus audit --split folds.csv --fold 2 --json ~/corpora/ravdess > audit.json",
      "  emotone corpus audit ~/corpora/ravdess ~/corpora/tess     duplicates across corpora, too"
    })
final class CorpusAuditCommand implements Callable<Integer> {

  private static final int FILES_SHOWN = 6;
  private static final double TEST_SHARE = 0.2;
  private static final int FOLDS = 5;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FOLDER",
      arity = "1..*",
      description = "Folders of corpora, which are audited together.")
  private List<Path> folders = List.of();

  @Option(
      names = "--as",
      paramLabel = "ID",
      description = "Read the folders as this corpus (see corpus list) instead of guessing.")
  private @Nullable String id;

  @ArgGroup(validate = false, heading = "%nA split to audit:%n")
  private SplitChoice split = new SplitChoice();

  @Option(names = "--json", description = "Print the findings as JSON, with all files.")
  private boolean json;

  @Option(
      names = "--files",
      paramLabel = "N",
      description = "Most files to name for each finding; default ${DEFAULT-VALUE}.")
  private int files = FILES_SHOWN;

  @Option(
      names = "--no-cache",
      description =
          "Keep no fingerprints. Else they are kept in cache/fingerprints under EMOTONE_HOME, so"
              + " that the next audit takes seconds.")
  private boolean uncached;

  /** How the clips are divided. */
  static final class SplitChoice {
    @Option(
        names = "--split",
        paramLabel = "KIND",
        description =
            "random (a fifth of the clips), sentences (a fifth of the sentences), speakers (a fifth"
                + " of the speakers), the id of published folds such as ravdess-reslstm, or a CSV"
                + " file with the columns clip and test_fold.")
    private @Nullable String kind;

    @Option(
        names = "--fold",
        paramLabel = "N",
        description =
            "The fold that is the test, of speakers, published folds or the file; default 1.")
    private int fold = 1;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the draw; default 1.")
    private long seed = 1;

    private Split of(String chosen, List<Utterance> clips) throws CorpusException {
      return switch (chosen) {
        case "random" -> Splits.random(clips, TEST_SHARE, new Validation.None(), seed);
        case "sentences" -> Splits.sentenceOpen(clips, TEST_SHARE, new Validation.None(), seed);
        case "speakers" -> Splits.speakerFolds(clips, FOLDS, fold, new Validation.None(), seed);
        default -> listed(chosen, clips);
      };
    }

    private Split listed(String chosen, List<Utterance> clips) throws CorpusException {
      for (PublishedFolds folds : PublishedFolds.all()) {
        if (folds.id().equals(chosen)) {
          return Splits.published(clips, folds, fold, new Validation.None());
        }
      }
      return Splits.fixed(clips, Path.of(chosen), fold, new Validation.None());
    }
  }

  @Override
  public Integer call() throws IOException {
    List<Corpus> corpora = new ArrayList<>();
    for (Path folder : folders) {
      corpora.add(CorpusSource.read(folder, id));
    }
    AuditReport report = audit(corpora);
    String text =
        json ? AuditJson.write(report) + "\n" : new AuditText(Math.max(0, files)).write(report);
    spec.commandLine().getOut().print(text);
    return report.hasErrors() ? 1 : 0;
  }

  private AuditReport audit(List<Corpus> corpora) throws IOException {
    AuditOptions options = AuditOptions.standard();
    CorpusAudit audit =
        new CorpusAudit(
            uncached
                ? options
                : options.withCache(CacheFolder.ofUser().of(CacheStage.FINGERPRINTS)));
    List<Utterance> clips =
        corpora.stream().flatMap(corpus -> corpus.utterances().stream()).toList();
    String kind = split.kind;
    // Before the work of minutes, so that a split that cannot be made is told at once.
    Split chosen = kind == null ? null : split.of(kind, clips);
    try (Progress progress = Progress.of("listening", clips.size())) {
      return chosen == null
          ? audit.audit(corpora, (done, all) -> progress.to(done))
          : audit.audit(corpora, chosen, (done, all) -> progress.to(done));
    }
  }
}
