package org.emotone.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.emotone.network.Safetensors;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.run.RunListener;
import org.emotone.training.run.ToneCorpus;
import org.emotone.training.study.LeakGap;
import org.emotone.training.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {

  private static final String RECIPE =
      """
      name: tones
      corpora: [ravdess]
      labels: {classes: [neutral, happy, sad, angry]}
      split: {type: speakers, test: ['ravdess:04']}
      validationSpeakers: 1
      frontEnd: {features: {type: logMel, bands: 16}, length: {minFrames: 20}}
      network:
        - {type: channels}
        - {type: conv1d, filters: 8, kernel: 3}
        - {type: activation, function: relu}
        - {type: dropout, rate: 0.1}
        - {type: statisticsPool}
        - {type: dense, units: 4}
      training: {epochs: 3, batchSize: 8, cropFrames: 40, threads: 1}
      """;

  private static final String PLAN =
      """
      method: tpe
      trials: 20
      startup: 6
      space:
        training.optimiser.learningRate: {from: 0.0001, to: 0.1, scale: log}
        training.batchSize: [4, 8, 16]
        network.3.rate: {from: 0.0, to: 0.5}
      """;

  private final Path work;
  private final Path corpus;

  SearchTest(@TempDir Path work) throws IOException {
    this.work = work;
    corpus = ToneCorpus.write(work.resolve("tones"), 4);
    Files.writeString(work.resolve("recipe.yaml"), RECIPE);
    Files.writeString(work.resolve("plan.yaml"), PLAN);
  }

  private SearchResult search(String name) throws Exception {
    return KilledSearch.run(
            work.resolve("recipe.yaml"),
            work.resolve("plan.yaml"),
            corpus,
            work.resolve("cache"),
            new StudyFolder(work.resolve(name)),
            RunListener.SILENT)
        .orElseThrow();
  }

  @Test
  void killedInTheMiddleOfTwentyTrialsItGoesOnAndEndsAsAnUninterruptedOne() throws Exception {
    final SearchResult whole = search("whole");
    int before = killAfter(9, "killed");
    assertThat(before).isEqualTo(9);
    SearchResult resumed = search("killed");
    assertThat(resumed).isEqualTo(whole);
    assertThat(whole.trials()).hasSize(20);
    assertThat(Files.readString(work.resolve("killed/trials.csv")))
        .isEqualTo(Files.readString(work.resolve("whole/trials.csv")))
        .hasLineCount(21);
    for (Trial trial : whole.trials()) {
      String weights = "runs/" + trial.name() + "/weights.safetensors";
      assertThat(Safetensors.read(work.resolve("killed").resolve(weights)).tensors())
          .isEqualTo(Safetensors.read(work.resolve("whole").resolve(weights)).tensors());
    }
    assertThat(whole.best().orElseThrow().score()).isGreaterThan(0.7);
  }

  /** Starts a search, kills it once so many trials are over, and waits for its end. */
  private int killAfter(int trials, String name) throws Exception {
    Path folder = work.resolve(name);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                KilledSearch.class.getName(),
                work.resolve("recipe.yaml").toString(),
                work.resolve("plan.yaml").toString(),
                corpus.toString(),
                work.resolve("cache").toString(),
                folder.toString(),
                Integer.toString(trials))
            .inheritIO()
            .start();
    while (process.isAlive() && models(folder) < trials) {
      process.waitFor(5, TimeUnit.MILLISECONDS);
    }
    process.destroyForcibly();
    process.waitFor();
    return models(folder);
  }

  /** How many trials are over. */
  static int models(Path folder) {
    if (!Files.isDirectory(folder.resolve("runs"))) {
      return 0;
    }
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      return (int) runs.filter(run -> Files.exists(run.resolve("model.emotone"))).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theTestIsLeftAlone() throws Exception {
    Files.writeString(
        work.resolve("plan.yaml"), "method: grid\nspace: {training.batchSize: [4, 8]}");
    SearchResult result = search("grid");
    assertThat(result.trials()).hasSize(2);
    for (Trial trial : result.trials()) {
      Path run = work.resolve("grid/runs").resolve(trial.name());
      Evaluation evaluation = Evaluation.fromJson(Files.readString(run.resolve("evaluation.json")));
      assertThat(evaluation.conditions().protocol()).contains("measured on the validation clips");
      assertThat(evaluation.clips()).isEqualTo(8);
      assertThat(evaluation.uar()).isEqualTo(Objects.requireNonNull(trial.score()));
      assertThat(Files.readString(run.resolve("predictions.csv"))).doesNotContain("ravdess:04");
    }
  }

  @Test
  void aTrialThatCannotBeIsNotedAndTheOthersGoOn() throws Exception {
    Files.writeString(
        work.resolve("plan.yaml"),
        "method: grid\nspace: {network.1.kernel: [3, 400, 5], training.epochs: [1, 2]}");
    SearchResult result = search("failing");
    assertThat(result.trials()).hasSize(6);
    assertThat(result.trials().get(2).failure())
        .contains("the fewest frames that the network takes");
    assertThat(result.ranking()).hasSize(4);
    assertThat(result.toCsv()).contains("\n3,,1,400,1,");
    assertThat(search("failing")).isEqualTo(result);
  }

  @Test
  void whatATrialIsMeasuredOnCannotBeSearchedFor() {
    for (String place : List.of("seed", "select", "labels", "balance.even", "split.test")) {
      assertThatThrownBy(
              () ->
                  Search.check(
                      SearchPlan.parse("plan", "space: {" + place + ": [1, 2]}"),
                      RecipeFile.read(work.resolve("recipe.yaml"))))
          .as(place)
          .isInstanceOf(RecipeException.class)
          .hasMessageContaining("what is measured on cannot be searched for");
    }
  }

  @Test
  void aSearchWhoseFirstTrialCannotBeStops() throws Exception {
    Files.writeString(
        work.resolve("plan.yaml"), "method: grid\nspace: {network.1.kernel: [400, 3]}");
    assertThatThrownBy(() -> search("failing"))
        .isInstanceOf(TrainingException.class)
        .hasMessageStartingWith("trial 1: ")
        .hasMessageContaining("the fewest frames that the network takes");
  }

  @Test
  void halvingComparesTheLastRoundAlone() throws Exception {
    Files.writeString(
        work.resolve("plan.yaml"),
        "method: halving\ntrials: 3\nspace: {training.batchSize: [4, 8, 16]}");
    SearchResult result = search("halving");
    assertThat(result.trials().stream().map(Trial::epochs)).containsExactly(1, 1, 1, 3);
    assertThat(result.best().orElseThrow().number()).isEqualTo(4);
  }

  @Test
  void placesThatAreNotInTheRecipeOrDecideWhatIsMeasuredAreRefused() throws Exception {
    for (String path : List.of("training.epochz", "network.17.rate", "split.test", "seed.a")) {
      SearchPlan plan = SearchPlan.parse("plan", "space: {" + path + ": [1, 2]}");
      assertThatThrownBy(() -> Search.check(plan, RecipeFile.parse("recipe", RECIPE)))
          .isInstanceOf(RecipeException.class)
          .hasMessageContaining(path.substring(path.lastIndexOf('.') + 1));
    }
  }

  @Test
  void anotherPlanIsNotContinued() throws Exception {
    Files.writeString(
        work.resolve("plan.yaml"), "method: grid\nspace: {training.batchSize: [4, 8]}");
    search("grid");
    assertThatThrownBy(
            () -> new StudyFolder(work.resolve("grid")).readPlan("leak-gap", LeakGap.class))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("nothing to resume");
  }
}
