package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.inspect.ClipLength;
import org.emotone.corpus.inspect.CorpusSummary;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.votes.CrowdVotes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone corpus inspect}: what a corpus' folder holds. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Count what a corpus folder holds.",
    description = {
      "",
      "Tells which corpus a folder holds and counts its clips by emotion, speaker, sex, "
          + "intensity and kind of file; names what it cannot use, and why.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone corpus inspect ~/corpora/ravdess",
      "  emotone corpus inspect --as cremad --durations ~/corpora/mixed",
      "  emotone corpus inspect --labels valence3 ~/corpora/tess"
    })
final class CorpusInspectCommand implements Callable<Integer> {

  private static final int REJECTED_SHOWN = 10;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FOLDER", description = "The folder of a corpus.")
  private Path folder = Path.of("");

  @Option(
      names = "--as",
      paramLabel = "ID",
      description = "Read it as this corpus (see corpus list) instead of guessing.")
  private @Nullable String id;

  @Option(
      names = "--labels",
      paramLabel = "SCHEME",
      description =
          "Count the clips by the classes of a label scheme, too, such as emotions7, valence3 or"
              + " sexEmotions14.")
  private @Nullable String scheme;

  @Option(names = "--durations", description = "Open every clip and add up the durations.")
  private boolean durations;

  @Override
  public Integer call() throws IOException {
    LabelScheme labels = scheme == null ? null : labels(scheme);
    Corpus corpus = CorpusSource.read(folder, id);
    CorpusSummary summary = summary(corpus);
    PrintWriter out = spec.commandLine().getOut();
    print(out, corpus, summary);
    if (labels != null) {
      print(out, corpus, labels);
    }
    if (corpus.id().equals("cremad")) {
      CrowdVotes.find(folder)
          .ifPresent(votes -> line(out, "listeners", votes.human(corpus.utterances()).words()));
    }
    corpus.rejected().stream()
        .limit(REJECTED_SHOWN)
        .forEach(file -> out.printf("  %s: %s%n", file.path(), file.reason()));
    if (corpus.rejected().size() > REJECTED_SHOWN) {
      out.printf("  … and %d more%n", corpus.rejected().size() - REJECTED_SHOWN);
    }
    summary
        .unreadable()
        .forEach((file, why) -> spec.commandLine().getErr().println("emotone: " + why));
    return summary.unreadable().isEmpty() ? 0 : 1;
  }

  private LabelScheme labels(String name) {
    try {
      return LabelScheme.of(name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** The classes in their order, and what has none. */
  private static void print(PrintWriter out, Corpus corpus, LabelScheme scheme) {
    LabelScheme.Selection selection = scheme.select(corpus.utterances());
    Map<String, Integer> classes = new LinkedHashMap<>();
    scheme.classes().forEach(name -> classes.put(name, 0));
    for (Utterance clip : selection.kept()) {
      classes.merge(scheme.classes().get(scheme.indexOf(clip).orElseThrow()), 1, Integer::sum);
    }
    line(out, scheme.id(), counts(classes));
    if (!selection.dropped().isEmpty()) {
      Map<String, Integer> dropped = new TreeMap<>();
      selection.dropped().forEach((emotion, clips) -> dropped.put(emotion.id(), clips));
      line(out, "no class", counts(dropped));
    }
  }

  private CorpusSummary summary(Corpus corpus) {
    if (!durations) {
      return CorpusSummary.of(corpus);
    }
    try (Progress progress = Progress.of("measuring", corpus.utterances().size())) {
      return CorpusSummary.of(corpus, ClipLength::seconds, (clips, all) -> progress.to(clips));
    }
  }

  private static void print(PrintWriter out, Corpus corpus, CorpusSummary summary) {
    line(out, "corpus", corpus.id() + ", " + corpus.title());
    line(out, "licence", corpus.licence());
    line(out, "clips", Integer.toString(summary.clips()));
    summary
        .seconds()
        .ifPresent(seconds -> line(out, "duration", "%.2f h".formatted(seconds / 3600)));
    Map<String, Integer> emotions = new TreeMap<>();
    summary.emotions().forEach((emotion, clips) -> emotions.put(emotion.id(), clips));
    line(out, "emotions", counts(emotions));
    line(out, "speakers", summary.speakers().size() + " (" + counts(summary.speakersBySex()) + ")");
    line(out, "clips by sex", counts(summary.clipsBySex()));
    line(out, "intensities", counts(summary.intensities()));
    line(out, "sentences", Integer.toString(summary.sentences().size()));
    line(out, "files", counts(summary.extensions()));
    Map<String, Integer> rejected = new TreeMap<>();
    corpus.rejected().forEach(file -> rejected.merge(reason(file), 1, Integer::sum));
    line(out, "not used", rejected.isEmpty() ? "none" : counts(rejected));
  }

  private static String reason(Rejected file) {
    return switch (file.kind()) {
      case NAME -> "name not understood";
      case COPY -> "copy of another clip";
      case LEFT_OUT -> "left out";
      case UNREADABLE -> "missing or not to be decoded";
    };
  }

  private static String counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static void line(PrintWriter out, String name, String value) {
    out.printf("%-13s %s%n", name, value);
  }
}
