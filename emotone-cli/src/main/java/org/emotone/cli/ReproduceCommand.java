package org.emotone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.emotone.report.reproduction.ReproductionPage;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.Settings;
import org.emotone.training.reproduction.Catalogue;
import org.emotone.training.reproduction.PublishedSystem;
import org.emotone.training.reproduction.ReproducedSystem;
import org.emotone.training.reproduction.Reproduction;
import org.emotone.training.reproduction.ReproductionTable;
import org.emotone.training.reproduction.Reproductions;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone reproduce}: published systems, run again. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Run published systems again, as published and with speakers kept apart.",
    description = {
      "",
      "Most published figures come from tests whose speakers the model has heard. Each system of "
          + "the catalogue is run as its figure was obtained, with several seeds, and once more "
          + "with speakers kept apart; the three figures are set side by side.",
      "",
      "Without NAMEs, all systems are run whose corpora are given. Leaves reproduction.md, "
          + "reproduction.html, reproduction.json and the folders of the runs. It may be stopped at "
          + "any time, even killed: the same command goes on with what is not done yet.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone reproduce --list                            the systems, and what has been run",
      "  emotone reproduce tess-cnn1d --corpus tess=../tess  one of them",
      "  emotone reproduce --corpus ravdess=r --corpus tess=t --corpus savee=s",
      "  emotone reproduce tess-cnn1d --corpus tess=../tess --into docs"
    })
final class ReproduceCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Systems of the catalogue (default: all whose corpora are given).")
  private List<String> names = List.of();

  @Mixin private CorpusFolders corpora = new CorpusFolders();

  @Option(
      names = "--catalogue",
      paramLabel = "FILE",
      description =
          "What was published, a YAML file (default: recipes/reproduction/catalogue.yaml).")
  private @Nullable Path catalogue;

  @Option(names = "--list", description = "Print the systems and what has been run of them.")
  private boolean list;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      defaultValue = "runs/reproduction",
      description = "Where the runs go (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("");

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      description = "Where the tables go (default: beside the runs).")
  private @Nullable Path into;

  @Option(
      names = "--again",
      description =
          "Run the named systems anew, whatever there is; the former runs are kept aside.")
  private boolean again;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of LibTorch (default: one per core); the same when going on.")
  private @Nullable Integer threads;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, RecipeException {
    Path file = catalogue == null ? shipped() : catalogue;
    Catalogue all = Catalogue.read(file);
    Path tables = into == null ? out : into;
    Reproductions known = Reproductions.read(tables.resolve("reproduction.json"));
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

  private static Path shipped() {
    Path place = Path.of("recipes", "reproduction", "catalogue.yaml");
    return Places.checkout().map(root -> root.resolve(place)).orElse(place);
  }

  private int run(
      Catalogue all, List<PublishedSystem> chosen, Path folder, Reproductions known, Path tables)
      throws IOException, RecipeException {
    Reproductions results = known;
    StopFlag stop = new StopFlag();
    try (RunProgress progress = new RunProgress(spec.commandLine().getErr())) {
      Reproduction reproduction =
          new Reproduction(TrainingOptions.training(progress), out, progress);
      for (PublishedSystem system : chosen) {
        Recipe recipe = threaded(Catalogue.published(system, folder));
        Recipe apart =
            system.independent().isEmpty() ? null : threaded(Catalogue.independent(system, folder));
        Optional<ReproducedSystem> result =
            reproduction.run(system, recipe, apart, request(recipe), stop);
        if (result.isEmpty()) {
          err("stopped; the same command goes on");
          return 1;
        }
        results = results.with(result.get());
        write(new ReproductionTable(all, results), tables);
      }
      ReproductionTable table = new ReproductionTable(new Catalogue(chosen), results);
      spec.commandLine().getOut().println((json ? table.toJson() : table.toText()).strip());
      err("took " + RunProgress.words(progress.elapsed()));
      err("tables " + tables.resolve("reproduction.md") + ", .html");
    }
    return 0;
  }

  private static void write(ReproductionTable table, Path tables) throws IOException {
    Files.createDirectories(tables);
    table.results().write(tables.resolve("reproduction.json"));
    RunFolder.write(tables.resolve("reproduction.md"), table.toMarkdown());
    new ReproductionPage(table).write(tables.resolve("reproduction.html"));
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
      for (String id : Catalogue.published(system, folder).corpora()) {
        if (!corpora.folders().containsKey(id)) {
          throw usage(name + " needs the corpus '" + id + "': add --corpus " + id + "=FOLDER");
        }
      }
      chosen.add(system);
    }
    for (PublishedSystem system : names.isEmpty() ? all.systems() : List.<PublishedSystem>of()) {
      List<String> needed = Catalogue.published(system, folder).corpora();
      if (corpora.folders().keySet().containsAll(needed)) {
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

  private RunRequest request(Recipe recipe) {
    Map<String, Path> own = new TreeMap<>(corpora.folders());
    own.keySet().retainAll(recipe.corpora());
    return new RunRequest(own, null);
  }

  private Recipe threaded(Recipe recipe) throws RecipeException {
    if (threads == null || recipe.classifier() != null) {
      return recipe;
    }
    Map<String, JsonNode> values = Map.of("training.threads", IntNode.valueOf(threads));
    return Settings.apply(recipe.name(), recipe, values);
  }

  private void setAside(List<PublishedSystem> systems) throws IOException {
    for (PublishedSystem system : systems) {
      Path runs = out.resolve(system.id());
      int number = 1;
      while (Files.exists(out.resolve(system.id() + ".former-" + number))) {
        number++;
      }
      if (Files.exists(runs)) {
        Files.move(runs, out.resolve(system.id() + ".former-" + number));
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
