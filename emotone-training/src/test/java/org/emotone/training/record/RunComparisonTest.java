package org.emotone.training.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.emotone.training.evaluation.Conditions;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.McNemar;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.run.Predictions;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunComparisonTest {

  private static final String RECIPE =
      """
      name: small
      corpora: [ravdess]
      labels: {classes: [neutral, sad]}
      split: {type: all}
      network:
        - {type: channels}
        - {type: statisticsPool}
        - {type: dense, units: 2}
      training: {epochs: 10}
      """;

  @TempDir private Path folder = Path.of("");

  private static Recipe recipe(String yaml) throws Exception {
    return RecipeFile.parse("small.yaml", yaml);
  }

  /** A run on ten clips, of which it recognises the first so many. */
  private RecordedRun run(String name, String yaml, int right) throws Exception {
    RunFolder own = new RunFolder(Files.createDirectories(folder.resolve(name)));
    List<Judgement> judgements =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    new Judgement(
                        "clip" + i,
                        "s" + i % 2,
                        i % 2,
                        i < right == (i % 2 == 0)
                            ? new double[] {0.75, 0.25}
                            : new double[] {0.25, 0.75}))
            .toList();
    List<String> classes = List.of("neutral", "sad");
    Predictions.write(own.predictions(), classes, judgements);
    Conditions conditions =
        new Conditions(name, List.of("ravdess"), "split", "overlap", 0, Map.of(), 0, 1);
    RunStatus status =
        new RunStatus(RunStatus.State.FINISHED, null, "a", "b", 1, null, 12, "s", "o", 1, 1.0);
    return new RecordedRun(
        own, recipe(yaml), status, null, List.of(), Evaluation.of(classes, judgements, conditions));
  }

  @Test
  void valuesThatRecipesDoNotShareAreNamedByTheirKeys() throws Exception {
    Map<String, List<String>> differences =
        RecipeDifferences.of(
            List.of(
                recipe(RECIPE),
                recipe(RECIPE.replace("epochs: 10", "epochs: 20")),
                recipe(
                    RECIPE.replace(
                        "{type: channels}", "{type: channels}\n  - {type: dropout, rate: 0.5}"))));
    assertThat(differences.get("training.epochs")).containsExactly("10", "20", "10");
    assertThat(differences.get("network[1].type"))
        .containsExactly("statisticsPool", "statisticsPool", "dropout");
    assertThat(differences.get("network[3].type")).containsExactly("", "", "dense");
    assertThat(differences).doesNotContainKeys("name", "network[0].type", "seed");
    assertThat(RecipeDifferences.of(List.of(recipe(RECIPE), recipe(RECIPE)))).isEmpty();
  }

  @Test
  void runsOnTheSameClipsAreTestedAgainstTheFirst() throws Exception {
    RunComparison comparison = RunComparison.of(List.of(run("a", RECIPE, 10), run("b", RECIPE, 4)));
    McNemar test = Objects.requireNonNull(comparison.againstFirst().get(0));
    assertThat(test.clips()).isEqualTo(10);
    assertThat(test.onlyFirst()).isEqualTo(6);
    assertThat(test.onlySecond()).isZero();
    assertThat(comparison.figures().get("UAR")).containsExactly(1.0, 0.4);
    assertThat(comparison.figures().get("recall of sad")).containsExactly(1.0, 0.4);
    JsonNode json = new ObjectMapper().readTree(comparison.toJson());
    assertThat(json.at("/figures/accuracy/1").asDouble()).isEqualTo(0.4);
    assertThat(json.at("/againstFirst/0/onlyFirst").asInt()).isEqualTo(6);
    assertThat(json.at("/runs/1/state").asText()).isEqualTo("finished");
  }

  @Test
  void aRunWithoutFiguresIsComparedByItsRecipe() throws Exception {
    RecordedRun whole = run("a", RECIPE, 10);
    RecordedRun begun =
        new RecordedRun(
            whole.folder(), recipe(RECIPE + "seed: 3\n"), whole.status(), null, List.of(), null);
    RunComparison comparison = RunComparison.of(List.of(whole, begun));
    assertThat(comparison.figures().get("UAR")).containsExactly(1.0, null);
    assertThat(comparison.againstFirst()).containsExactly((McNemar) null);
    assertThat(comparison.differences()).containsEntry("seed", List.of("1", "3"));
    assertThatThrownBy(() -> RunComparison.of(List.of(whole)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
