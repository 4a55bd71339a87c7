package org.emotone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emotone.report.search.SearchPage;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunRequest;
import org.emotone.training.search.Search;
import org.emotone.training.search.SearchPlan;
import org.emotone.training.search.SearchResult;
import org.emotone.training.search.Trial;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code emotone search}: looks for the values of a recipe that do best. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Look for the values of a recipe that do best on the validation.",
    description = {
      "",
      "Trains the recipe once for each combination that it tries and compares them on the "
          + "validation speakers; the test is left alone. What is tried stands in a YAML file:",
      "",
      "  method: tpe            # grid, random, tpe or halving",
      "  trials: 20",
      "  objective: uar         # accuracy, macroF1, logLoss",
      "  space:",
      "    training.optimiser.learningRate: {from: 0.0003, to: 0.01, scale: log}",
      "    training.batchSize: [8, 16, 32]",
      "    network.11.rate: {from: 0.0, to: 0.5}",
      "",
      "or on the command line, with --try for each place. A place is a path of keys; positions in "
          + "lists count from 0.",
      "",
      "Leaves search.html, trials.csv, best.yaml (a recipe to train and test) and the folder of "
          + "each trial. It may be stopped at any time, even killed: --resume goes on and ends as "
          + "it would have ended.",
      "",
      "With --master the trials of grid and random, which do not depend on each other, are tasks of "
          + "Apache Spark, one at a time in each of its processes; all machines see the folders of "
          + "the search and of the corpora under the same paths.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone search recipes/cnn-small.yaml --space recipes/search/cnn-small.yaml"
          + " --corpus ravdess=../ravdess",
      "  emotone search my.yaml --corpus emodb=e --trials 30"
          + " --try 'training.labelSmoothing={from: 0.0, to: 0.2}'",
      "  emotone search my.yaml --corpus emodb=e --method grid --try 'training.batchSize=[8, 32]'",
      "  emotone search my.yaml --corpus emodb=/shared/e --method random --trials 60 \\",
      "    --try 'training.batchSize=[8, 32]' --out /shared/s --master spark://host:7077",
      "  emotone search --resume runs/my-search-20260131-120000"
    })
final class SearchCommand extends StudyCommand<SearchPlan, SearchResult> {

  private static final YAMLMapper YAML = new YAMLMapper();

  @Option(
      names = "--space",
      paramLabel = "FILE",
      description = "What is tried, a YAML file (see above).")
  private @Nullable Path space;

  @Option(
      names = "--try",
      paramLabel = "PLACE=RANGE",
      description = "Values of a place: a list, or {from, to, step or scale: log}.")
  private Map<String, String> places = new LinkedHashMap<>();

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description = "grid, random, tpe or halving, whatever the file says.")
  private @Nullable String method;

  @Option(names = "--trials", paramLabel = "N", description = "How many, whatever the file says.")
  private @Nullable Integer trials;

  @Mixin private SparkOptions spark = new SparkOptions();

  SearchCommand() {
    super(Search.KIND, SearchPlan.class);
  }

  /** The file, with what the command line says instead. */
  @Override
  SearchPlan plan(Recipe recipe) throws IOException, RecipeException {
    if (space == null && places.isEmpty()) {
      throw options().usage("what to try is missing: add --space FILE or --try PLACE=RANGE");
    }
    String name = space == null ? "--try" : space.toString();
    String text = space == null ? "space: {}" : RecipeFile.text(space);
    if (method == null && trials == null && places.isEmpty()) {
      return SearchPlan.parse(name, text);
    }
    // A file that is no plan is refused with its own lines first.
    if (space != null) {
      SearchPlan.parse(name, text);
    }
    ObjectNode tree = (ObjectNode) YAML.readTree(text);
    if (method != null) {
      tree.put("method", method);
    }
    if (trials != null) {
      tree.put("trials", trials);
    }
    ObjectNode own = tree.withObject("/space");
    for (Map.Entry<String, String> place : places.entrySet()) {
      own.set(place.getKey(), range(place.getKey(), place.getValue()));
    }
    return SearchPlan.parse(name + " with the given options", YAML.writeValueAsString(tree));
  }

  private JsonNode range(String place, String range) {
    try {
      return range.isBlank() ? JsonNodeFactory.instance.nullNode() : YAML.readTree(range);
    } catch (JsonProcessingException e) {
      throw options().usage("--try " + place + "=" + range + ": the range is not YAML");
    }
  }

  @Override
  RunRequest request(SearchPlan plan, Recipe recipe) throws IOException, RecipeException {
    if (spark.given() && !Search.independent(plan)) {
      throw options()
          .usage(
              "--master is for grid and random, whose trials do not depend on each other; this is "
                  + plan.method().name().toLowerCase(Locale.ROOT));
    }
    RunRequest request = options().request(recipe.corpora()).leavingTestAlone();
    Search.check(plan, recipe);
    return request;
  }

  @Override
  Optional<SearchResult> run(SearchPlan plan, Work work) throws IOException {
    Search search = search(plan, work);
    if (spark.given()) {
      search.failed(work.onSpark().run(search.independentTrials(), spark));
    }
    return search.run(work.stop());
  }

  private static Search search(SearchPlan plan, Work work) {
    return new Search(plan, work.recipe(), work.folder(), work.study(), work.progress());
  }

  @Override
  void leave(SearchResult result, SearchPlan plan, Work work) throws IOException {
    Trial best = result.best().orElseThrow(() -> new TrainingException("all trials failed"));
    String recipe = RecipeFile.write(search(plan, work).recipe(best));
    Path root = work.folder().root();
    RunFolder.write(root.resolve("best.yaml"), recipe);
    new SearchPage(result, recipe).write(root.resolve("search.html"));
    options().err("page   " + root.resolve("search.html"));
    options().err("recipe " + root.resolve("best.yaml"));
  }
}
