package org.emotone.training.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.Settings;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunListener;
import org.emotone.training.study.Study;
import org.emotone.training.study.StudyFolder;
import org.emotone.training.study.StudyRun;

/**
 * Tries one combination after the other. What is tried next follows from the plan and from the
 * figures of what was tried, which are all on disk: a search that was killed goes on with the trial
 * that it was in, and ends as it would have.
 */
public final class Search {

  /** What the folder of a search, and the command, are called. */
  public static final String KIND = "search";

  private static final String EPOCHS = "training.epochs";

  /** Keys of a recipe that decide, or draw, which clips a trial is measured on. */
  private static final List<String> MEASURED_ON =
      List.of(
          "corpora",
          "select",
          "labels",
          "balance",
          "split",
          "validationSpeakers",
          "validationClips",
          "skipUnreadable",
          "seed");

  private final SearchPlan plan;
  private final Recipe recipe;
  private final StudyFolder folder;
  private final Study study;
  private final RunListener listener;

  /**
   * Prepares to search.
   *
   * @param study whose request leaves the test alone
   */
  public Search(
      SearchPlan plan, Recipe recipe, StudyFolder folder, Study study, RunListener listener) {
    this.plan = plan;
    this.recipe = recipe;
    this.folder = folder;
    this.study = study;
    this.listener = listener;
  }

  /**
   * Checks that every place of the space is in the recipe and takes its first value.
   *
   * @throws RecipeException if not, in one line
   */
  public static void check(SearchPlan plan, Recipe recipe) throws RecipeException {
    for (String path : plan.space().keySet()) {
      if (MEASURED_ON.stream().anyMatch(key -> path.equals(key) || path.startsWith(key + "."))) {
        throw new RecipeException(
            "space."
                + path
                + ": what is measured on cannot be searched for; it would be another"
                + " question in each trial");
      }
    }
    Settings.apply("the first trial", recipe, Strategy.drawn(plan, 1).values());
  }

  /**
   * Searches.
   *
   * @return nothing if stopping was asked for
   * @throws TrainingException if the first trial fails, or all do, in one line
   */
  public Optional<SearchResult> run(StopFlag stop) throws IOException {
    Strategy strategy = Strategy.of(plan, recipe.training().epochs());
    List<Trial> trials = new ArrayList<>();
    List<Strategy.Tried> tried = new ArrayList<>();
    Optional<Candidate> next = strategy.next(tried);
    while (next.isPresent()) {
      int number = trials.size() + 1;
      Optional<Trial> trial = trial(number, strategy.total(), next.get(), stop);
      if (trial.isEmpty()) {
        return Optional.empty();
      }
      trials.add(trial.get());
      tried.add(new Strategy.Tried(next.get(), merit(trial.get())));
      SearchResult result = new SearchResult(plan, recipe.name(), trials);
      RunFolder.write(folder.root().resolve("trials.csv"), result.toCsv());
      next = strategy.next(tried);
    }
    return Optional.of(new SearchResult(plan, recipe.name(), trials));
  }

  /** Whether trials do not depend on what others come to. */
  public static boolean independent(SearchPlan plan) {
    return plan.method() == Method.GRID || plan.method() == Method.RANDOM;
  }

  /**
   * The trials that do not depend on what others come to, so that they may run at the same time:
   * all of a grid and of random draws, none of other methods, and none that failed or is no recipe.
   */
  public List<StudyRun> independentTrials() {
    List<StudyRun> runs = new ArrayList<>();
    if (!independent(plan)) {
      return runs;
    }
    Strategy strategy = Strategy.of(plan, recipe.training().epochs());
    List<Strategy.Tried> tried = new ArrayList<>();
    Optional<Candidate> next = strategy.next(tried);
    while (next.isPresent()) {
      String name = Trial.name(tried.size() + 1);
      try {
        if (!Files.isRegularFile(failure(name))) {
          runs.add(new StudyRun(name, own(next.get(), epochs(next.get()), name)));
        }
      } catch (RecipeException e) {
        // The search comes to it in its turn and says so.
      }
      tried.add(new Strategy.Tried(next.get(), 0));
      next = strategy.next(tried);
    }
    return runs;
  }

  /**
   * Takes notice of trials that were run elsewhere and failed; they are not tried again.
   *
   * @param failures why, by the names of the trials
   * @throws TrainingException if the first trial is one of them, in one line
   */
  public void failed(Map<String, String> failures) throws IOException {
    String first = failures.get(Trial.name(1));
    if (first != null) {
      throw new TrainingException("trial 1: " + first);
    }
    for (Map.Entry<String, String> failure : failures.entrySet()) {
      fail(failure.getKey(), failure.getValue());
    }
  }

  private double merit(Trial trial) {
    Double score = trial.score();
    if (score == null || score.isNaN()) {
      return Double.NEGATIVE_INFINITY;
    }
    return plan.objective().rises() ? score : -score;
  }

  private Optional<Trial> trial(int number, int total, Candidate candidate, StopFlag stop)
      throws IOException {
    String name = Trial.name(number);
    int epochs = epochs(candidate);
    if (Files.isRegularFile(failure(name))) {
      String why = Files.readString(failure(name)).strip();
      return Optional.of(new Trial(number, candidate.values(), epochs, null, why));
    }
    if (!study.done(name)) {
      listener.stage("trial %d of %d: %s".formatted(number, total, words(candidate, epochs)));
    }
    try {
      Recipe own = own(candidate, epochs, name);
      Optional<Evaluation> evaluation = study.run(new StudyRun(name, own), stop);
      return evaluation.map(
          e ->
              new Trial(
                  number,
                  candidate.values(),
                  own.training().epochs(),
                  plan.objective().of(e),
                  null));
    } catch (RecipeException | TrainingException e) {
      String why = String.valueOf(e.getMessage());
      if (number == 1 || (e instanceof TrainingException training && training.isOfFiles())) {
        throw new TrainingException("trial " + number + ": " + why, e);
      }
      listener.note("the trial fails: " + why);
      fail(name, why);
      return Optional.of(new Trial(number, candidate.values(), epochs, null, why));
    }
  }

  private void fail(String name, String why) throws IOException {
    Path failure = failure(name);
    Files.createDirectories(failure.toAbsolutePath().getParent());
    RunFolder.write(failure, why + "\n");
  }

  /** Where it stands why a trial failed, so that it is not tried again. */
  private Path failure(String name) {
    return folder.run(name).root().resolveSibling(name + "-failed.txt");
  }

  /** Those of the candidate's round, those that are searched, or those of the recipe. */
  private int epochs(Candidate candidate) {
    JsonNode searched = candidate.values().get(EPOCHS);
    if (candidate.epochs() > 0 || searched == null) {
      return candidate.epochs() > 0 ? candidate.epochs() : recipe.training().epochs();
    }
    return searched.asInt();
  }

  private Recipe own(Candidate candidate, int epochs, String name) throws RecipeException {
    Recipe own = Settings.apply(name, recipe, candidate.values());
    if (candidate.epochs() == 0) {
      return own;
    }
    return Settings.apply(
        name, own, Map.of("training.epochs", JsonNodeFactory.instance.numberNode(epochs)));
  }

  private static String words(Candidate candidate, int epochs) {
    StringBuilder words = new StringBuilder();
    candidate
        .values()
        .forEach((path, value) -> words.append(path).append(' ').append(value).append(", "));
    return words.append(epochs).append(" epochs").toString();
  }

  /**
   * The recipe with the values of a trial, to be trained and tested.
   *
   * @param trial one that did not fail
   */
  public Recipe recipe(Trial trial) {
    try {
      return Settings.apply(trial.name(), recipe, trial.values());
    } catch (RecipeException e) {
      throw new IllegalStateException(e);
    }
  }
}
