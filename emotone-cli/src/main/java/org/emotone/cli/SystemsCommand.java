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
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.Settings;
import org.emotone.training.reproduction.Catalogue;
import org.emotone.training.reproduction.JoinedRecipe;
import org.emotone.training.reproduction.Pretraining;
import org.emotone.training.reproduction.PublishedSystem;
import org.emotone.training.reproduction.ReproducedSystem;
import org.emotone.training.reproduction.Reproduction;
import org.emotone.training.reproduction.ReproductionTable;
import org.emotone.training.reproduction.Reproductions;
import org.emotone.training.run.RunRequest;
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
  public final Integer call() throws IOException, RecipeException {
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
      throws IOException, RecipeException {
    Reproductions results = known;
    StopFlag stop = new StopFlag();
    try (RunProgress progress = new RunProgress(spec.commandLine().getErr())) {
      Reproduction reproduction =
          new Reproduction(TrainingOptions.training(progress), runs(), progress);
      for (PublishedSystem system : chosen) {
        Optional<ReproducedSystem> result = run(reproduction, system, folder, stop);
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

  private Optional<ReproducedSystem> run(
      Reproduction reproduction, PublishedSystem system, Path folder, StopFlag stop)
      throws IOException, RecipeException {
    Recipe published = threaded(Catalogue.published(system, folder));
    Optional<UnaryOperator<Recipe>> start = start(reproduction, system.pretraining(), folder, stop);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    List<Recipe> branches = new ArrayList<>();
    for (JoinedRecipe joined : system.joined()) {
      Recipe branch = threaded(Catalogue.joined(system, joined, folder));
      Optional<UnaryOperator<Recipe>> own = start(reproduction, joined.pretraining(), folder, stop);
      if (own.isEmpty()) {
        return Optional.empty();
      }
      branches.add(own.get().apply(branch));
    }
    Recipe apart =
        system.independent().isEmpty() ? null : threaded(Catalogue.independent(system, folder));
    Recipe recipe = start.get().apply(published);
    Reproduction.Recipes recipes =
        new Reproduction.Recipes(recipe, branches, apart == null ? null : start.get().apply(apart));
    return reproduction.run(system, recipes, needed(system, folder), request(recipe), stop);
  }

  /** Gives recipes their first weights; nothing if stopping was asked for. */
  private Optional<UnaryOperator<Recipe>> start(
      Reproduction reproduction, @Nullable Pretraining pretraining, Path folder, StopFlag stop)
      throws IOException, RecipeException {
    if (pretraining == null) {
      return Optional.of(UnaryOperator.identity());
    }
    Recipe first = threaded(Catalogue.pretraining(pretraining, folder));
    return reproduction
        .pretrain(pretraining, first, request(first), stop)
        .map(model -> recipe -> recipe.withInitialWeights(model.toString()));
  }

  private void print(Catalogue all, Reproductions known) {
    PrintWriter lines = spec.commandLine().getOut();
    for (PublishedSystem system : all.systems()) {
      String state = known.of(system.id()).isPresent() ? "run" : "not run yet";
      lines.printf("%-26s  %-11s  %s%n", system.id(), state, system.system());
    }
  }

  /** The corpora of a system and of what it starts from. */
  private static List<String> needed(PublishedSystem system, Path folder) throws RecipeException {
    TreeSet<String> needed = new TreeSet<>(Catalogue.published(system, folder).corpora());
    for (Pretraining pretraining : system.pretrainings()) {
      needed.addAll(Catalogue.pretraining(pretraining, folder).corpora());
    }
    return List.copyOf(needed);
  }

  /** The named systems, or all whose corpora are given. */
  private List<PublishedSystem> chosen(Catalogue all, Path folder)
      throws IOException, RecipeException {
    List<PublishedSystem> chosen = new ArrayList<>();
    for (String name : names) {
      PublishedSystem system = all.byId(name);
      for (String id : needed(system, folder)) {
        if (!corpora.folders().containsKey(id)) {
          throw usage(name + " needs the corpus '" + id + "': add --corpus " + id + "=FOLDER");
        }
      }
      chosen.add(system);
    }
    for (PublishedSystem system : names.isEmpty() ? all.systems() : List.<PublishedSystem>of()) {
      if (corpora.folders().keySet().containsAll(needed(system, folder))) {
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
