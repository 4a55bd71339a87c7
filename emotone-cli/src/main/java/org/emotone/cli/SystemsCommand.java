package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.reproduction.Catalogue;
import org.emotone.training.reproduction.PublishedSystem;
import org.emotone.training.reproduction.ReproducedSystem;
import org.emotone.training.reproduction.Reproduction;
import org.emotone.training.reproduction.ReproductionTable;
import org.emotone.training.reproduction.Reproductions;
import org.emotone.training.reproduction.UnheardCorpus;
import org.emotone.training.run.Evaluator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that runs the systems of a catalogue and writes tables of what came of them. */
@Command
abstract class SystemsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Entries of the catalogue (default: all whose corpora are given).")
  private List<String> names = List.of();

  @Mixin private CorpusFolders corpora = new CorpusFolders();

  @Option(
      names = "--catalogue",
      paramLabel = "FILE",
      description = "What is to be run, a YAML file (default: the one named above).")
  private @Nullable Path catalogue;

  @Option(names = "--list", description = "Print the entries and what has been run of them.")
  private boolean list;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "Where the runs go (default: runs/ and the name of this command).")
  private @Nullable Path out;

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      description = "Where the tables go (default: beside the runs).")
  private @Nullable Path into;

  @Option(
      names = "--again",
      description =
          "Run the named entries anew, whatever there is; the former runs are kept aside.")
  private boolean again;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of LibTorch (default: one per core); the same when going on.")
  private @Nullable Integer threads;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  private final String kind;

  /**
   * A command.
   *
   * @param kind what its files and its folder below {@code runs} are called; its catalogue lies in
   *     the folder of that name below {@code recipes}
   */
  SystemsCommand(String kind) {
    this.kind = kind;
  }

  @Override
  public final Integer call() throws IOException, RecipeException, InterruptedException {
    Path file = catalogue == null ? shipped() : catalogue;
    Catalogue all = Catalogue.read(file);
    Path tables = into == null ? runs() : into;
    Reproductions known = Reproductions.read(tables.resolve(kind + ".json"));
    if (list) {
      print(all, known);
      return 0;
    }
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    List<PublishedSystem> chosen = chosen(all, folder);
    if (again) {
      setAside(chosen);
    }
    return run(all, chosen, folder, known, tables);
  }

  /** Writes the tables; {@code KIND.json} is written already. */
  abstract void write(ReproductionTable table, Path tables) throws IOException;

  /** What is printed at the end. */
  abstract String text(ReproductionTable table);

  private Path shipped() {
    Path place = Path.of("recipes", kind, "catalogue.yaml");
    return Places.checkout().map(root -> root.resolve(place)).orElse(place);
  }

  private Path runs() {
    return out == null ? Path.of("runs", kind) : out;
  }

  private int run(
      Catalogue all, List<PublishedSystem> chosen, Path folder, Reproductions known, Path tables)
      throws IOException, RecipeException, InterruptedException {
    Reproductions results = known;
    StopFlag stop = new StopFlag();
    try (RunProgress progress = new RunProgress(spec.commandLine().getErr())) {
      SystemRun run =
          new SystemRun(
              new Reproduction(TrainingOptions.training(progress), runs(), progress),
              new UnheardCorpus(new Evaluator(FeatureCache.ofUser(), progress)),
              new SystemRun.Conditions(folder, corpora.folders(), threads),
              stop);
      for (PublishedSystem system : chosen) {
        Optional<ReproducedSystem> result = run.of(system);
        if (result.isEmpty()) {
          err("stopped; the same command goes on");
          return 1;
        }
        results = results.with(result.get());
        Files.createDirectories(tables);
        results.write(tables.resolve(kind + ".json"));
        write(new ReproductionTable(all, results), tables);
      }
      ReproductionTable table = new ReproductionTable(new Catalogue(chosen, List.of()), results);
      spec.commandLine().getOut().println((json ? table.toJson() : text(table)).strip());
      err("took " + RunProgress.words(progress.elapsed()));
      err("tables " + tables.resolve(kind + ".md"));
    }
    return 0;
  }

  private void print(Catalogue all, Reproductions known) {
    PrintWriter lines = spec.commandLine().getOut();
    for (PublishedSystem system : all.systems()) {
      String state = known.of(system.id()).isPresent() ? "run" : "not run yet";
      lines.printf("%-26s  %-11s  %s%n", system.id(), state, system.system());
    }
  }

  /** The named systems, or all whose corpora are given. */
  private List<PublishedSystem> chosen(Catalogue all, Path folder)
      throws IOException, RecipeException {
    List<PublishedSystem> chosen = new ArrayList<>();
    for (String name : names) {
      PublishedSystem system = all.byId(name);
      for (String id : SystemRun.needed(system, folder)) {
        if (!corpora.folders().containsKey(id)) {
          throw usage(name + " needs the corpus '" + id + "': add --corpus " + id + "=FOLDER");
        }
      }
      chosen.add(system);
    }
    for (PublishedSystem system : names.isEmpty() ? all.systems() : List.<PublishedSystem>of()) {
      if (corpora.folders().keySet().containsAll(SystemRun.needed(system, folder))) {
        chosen.add(system);
      }
    }
    if (chosen.isEmpty()) {
      throw usage("a corpus is missing: add --corpus ID=FOLDER, once for each; see --list");
    }
    for (Path place : corpora.folders().values()) {
      if (!Files.exists(place)) {
        throw new NoSuchFileException(place.toString());
      }
    }
    return chosen;
  }

  private void setAside(List<PublishedSystem> systems) throws IOException {
    for (PublishedSystem system : systems) {
      Path former = runs().resolve(system.id());
      int number = 1;
      while (Files.exists(runs().resolve(system.id() + ".former-" + number))) {
        number++;
      }
      if (Files.exists(former)) {
        Files.move(former, runs().resolve(system.id() + ".former-" + number));
      }
    }
  }

  private void err(String line) {
    spec.commandLine().getErr().println(line);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
