package org.emotone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.emotone.corpus.download.Consent;
import org.emotone.corpus.download.CorpusDownload;
import org.emotone.corpus.download.CorpusSource;
import org.emotone.corpus.download.DownloadOptions;
import org.emotone.corpus.download.DownloadReport;
import org.emotone.corpus.download.SourceCatalogue;
import org.emotone.corpus.reader.Corpora;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone corpus download}: fetches a corpus from its official source. */
@Command(
    name = "download",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Fetch a corpus from its official source.",
    description = {
      "",
      "Shows the licence and asks whether you accept it, downloads, compares with the published "
          + "sums, unpacks, and tells what is there. Run again, it goes on where it stopped. For a "
          + "corpus behind a form it says where to go. Without a name it lists the corpora whose "
          + "sources are known.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone corpus download                         which there are, and under which licence",
      "  emotone corpus download ravdess                 to the folder corpora/ravdess",
      "  emotone corpus download --to ~/data/emodb emodb"
    })
final class CorpusDownloadCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "The corpus, by its id. Without it they are listed.")
  private @Nullable String name;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "Where to, instead of corpora/NAME here.")
  private @Nullable Path folder;

  @Option(
      names = "--accept-licence",
      description = "You have read the licence of this corpus and accept it: do not ask.")
  private boolean accepted;

  @Option(names = "--keep-archives", description = "Keep the archives after they were unpacked.")
  private boolean keepArchives;

  @Option(
      names = "--sources",
      paramLabel = "FILE",
      description = "Take the sources from this JSON file, as for a mirror of your own.")
  private @Nullable Path sources;

  @Override
  public Integer call() throws IOException {
    SourceCatalogue catalogue = catalogue();
    if (name == null) {
      list(catalogue);
      return 0;
    }
    CorpusSource source = source(catalogue, name);
    PrintWriter out = spec.commandLine().getOut();
    SourceText.print(out, source);
    if (!source.direct()) {
      out.println();
      out.println(source.instructions());
      return 1;
    }
    Path to = Objects.requireNonNullElse(folder, Path.of("corpora", source.id()));
    Consent consent = accepted ? Consent.GIVEN : asked -> accepts(out);
    DownloadReport report;
    try (DownloadProgress progress = new DownloadProgress(spec.commandLine().getErr())) {
      DownloadOptions options = DownloadOptions.standard(keepArchives);
      report = new CorpusDownload(source, to, options, progress).run(consent);
    }
    out.println();
    report.lines().forEach(out::println);
    return inspect(out, source, to);
  }

  private static boolean accepts(PrintWriter out) {
    return Question.yes(
        out, System.in, "Do you accept this licence?", "--accept-licence says so at once");
  }

  private SourceCatalogue catalogue() throws IOException {
    if (sources == null) {
      return SourceCatalogue.standard();
    }
    try (InputStream in = Files.newInputStream(sources)) {
      return SourceCatalogue.read(in);
    }
  }

  private CorpusSource source(SourceCatalogue catalogue, String id) {
    try {
      return catalogue.byId(id);
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
    }
  }

  private void list(SourceCatalogue catalogue) {
    PrintWriter out = spec.commandLine().getOut();
    String format = "%-15s  %-9s  %s%n";
    out.printf(format, "id", "fetched", "licence");
    for (CorpusSource source : catalogue.sources()) {
      String way = source.direct() ? "by itself" : "by hand";
      out.printf(format, source.id(), way, source.licence().name());
    }
  }

  private int inspect(PrintWriter out, CorpusSource source, Path to) throws IOException {
    if (!source.instructions().isEmpty()) {
      out.println();
      out.println(source.instructions());
    }
    out.println();
    if (Corpora.recognise(to).isEmpty()) {
      out.println(to + ": is complete; `emotone corpus inspect` does not know its kind yet");
      return 0;
    }
    CommandSpec corpus = Objects.requireNonNull(spec.parent());
    return Objects.requireNonNull(corpus.subcommands().get("inspect")).execute(to.toString());
  }
}
