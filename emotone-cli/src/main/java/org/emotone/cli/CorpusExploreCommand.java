package org.emotone.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.emotone.corpus.Corpus;
import org.emotone.report.explore.Exploration;
import org.emotone.report.explore.ExploreListener;
import org.emotone.report.explore.ExploreOptions;
import org.emotone.report.explore.ExplorePage;
import org.emotone.report.explore.Explorer;
import org.emotone.training.cache.FeatureCache;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone corpus explore}: a page that shows what corpora are like. */
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Make a page that shows what corpora hold and how they sound.",
    description = {
      "",
      "Listens to every clip and writes explore.html, one page that needs nothing else: clips by "
          + "emotion, sex, speaker and intensity, durations, rates, levels and silence, examples to "
          + "listen to, pitch and energy by emotion, and what makes clips sound alike. Its charts "
          + "lie in png beside it. What was measured is kept in cache/features under EMOTONE_HOME: "
          + "stopped, it goes on where it was.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone corpus explore ~/corpora/ravdess",
      "  emotone corpus explore ~/corpora/ravdess ~/corpora/cremad -o mix     both together",
      "  emotone corpus explore --no-audio ~/corpora/tess                     to pass on"
    })
final class CorpusExploreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FOLDER",
      arity = "1..*",
      description = "Folders of corpora, which are shown together.")
  private List<Path> folders = List.of();

  @Option(
      names = "--as",
      paramLabel = "ID",
      description = "Read the folders as this corpus (see corpus list) instead of guessing.")
  private @Nullable String id;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description =
          "Where the page goes; default explore-ID in this folder, of several corpora"
              + " explore-ID-ID. Files of earlier pages are replaced.")
  private @Nullable Path out;

  @Option(
      names = "--embedded",
      paramLabel = "N",
      description =
          "Most clips in the picture of what sounds alike; of more, so many are drawn."
              + " Default ${DEFAULT-VALUE}.")
  private int embedded = ExploreOptions.STANDARD.embedded();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of that draw; default ${DEFAULT-VALUE}.")
  private long seed = ExploreOptions.STANDARD.seed();

  @Option(
      names = "--no-audio",
      description = "Leave out the clips to listen to, so that the page holds no part of a corpus.")
  private boolean silent;

  @Override
  public Integer call() throws IOException {
    List<Corpus> corpora = new ArrayList<>();
    for (Path folder : folders) {
      corpora.add(CorpusSource.read(folder, id));
    }
    Path folder = folder(corpora);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new FileAlreadyExistsException(
          folder.toString(), null, "is a file; name a folder for the page with -o");
    }
    Explorer explorer = new Explorer(FeatureCache.ofUser(), options());
    Exploration exploration;
    try (Stages stages = new Stages()) {
      exploration = explorer.explore(corpora, stages);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped; what was measured is kept for the next time");
    }
    Path page = new ExplorePage(exploration).write(folder);
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%s: %d clips, %.1f MB; open it in a browser%n",
            page,
            exploration.clips().size(),
            Files.size(page) / 1e6);
    exploration
        .unreadable()
        .forEach(clip -> spec.commandLine().getErr().println("emotone: " + clip.reason()));
    return exploration.unreadable().isEmpty() ? 0 : 1;
  }

  private ExploreOptions options() {
    try {
      return new ExploreOptions(embedded, seed, !silent);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Path folder(List<Corpus> corpora) {
    return out != null
        ? out
        : Path.of(
            corpora.stream().map(Corpus::id).collect(Collectors.joining("-", "explore-", "")));
  }

  /** A bar for each stage. */
  private static final class Stages implements ExploreListener, AutoCloseable {
    private @Nullable Progress bar;

    @Override
    public synchronized void stage(String words, int steps) {
      close();
      bar = Progress.of(words, steps);
    }

    @Override
    public synchronized void done(int steps) {
      if (bar != null) {
        bar.to(steps);
      }
    }

    @Override
    public synchronized void close() {
      if (bar != null) {
        bar.close();
        bar = null;
      }
    }
  }
}
