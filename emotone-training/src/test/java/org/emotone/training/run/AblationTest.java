package org.emotone.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class AblationTest {

  private static final String RECIPE =
      """
      name: tones
      corpora: [ravdess]
      labels: {classes: [neutral, happy, sad, angry], map: {calm: neutral}}
      split: {type: speakers, test: ['ravdess:06']}
      validationSpeakers: 2
      frontEnd: {features: {type: logMel, bands: 16}, length: {minFrames: 20, maxFrames: 300}}
      network:
        - {type: image}
        - {type: conv2d, filters: 4, kernel: [3, 3]}
        - {type: batchNorm}
        - {type: activation, function: relu}
        - {type: foldFrequency}
        - {type: statisticsPool}
        - {type: dense, units: 4}
      training: {epochs: 2, batchSize: 8, cropFrames: 40, threads: 1, mixup: 0.2}
      augmentation:
        - {type: noise, snrDb: 10}
        - {type: oneOf, of: [{type: timeStretch}, {type: featureNoise}]}
        - {type: noise, snrDb: 20}
      """;

  private final Path work;
  private final Path corpus;
  private final List<String> notes = new ArrayList<>();
  private int epochs;

  AblationTest(@TempDir Path folder) throws IOException {
    this.work = folder;
    this.corpus = ToneCorpus.write(folder.resolve("tones"), 6);
  }

  private static Recipe recipe(String yaml) throws RecipeException {
    return RecipeFile.parse("tones.yaml", yaml);
  }

  private AblationTable run(AblationPlan plan, StopFlag stop, int stopAfter) throws IOException {
    RunListener listener =
        new RunListener() {
          @Override
          public void note(String message) {
            notes.add(message);
          }

          @Override
          public void epochEnded(EpochMetrics metrics) {
            if (++epochs == stopAfter) {
              stop.raise();
            }
          }
        };
    return new Ablation(new FeatureCache(work.resolve("cache"), 2), listener)
        .run(plan, new RunRequest(Map.of("ravdess", corpus), null), work.resolve("out"), stop);
  }

  @Test
  void planHasNoneEachAllAndAllButEach() throws Exception {
    AblationPlan plan = AblationPlan.of(recipe(RECIPE), true, List.of(1L, 2L));
    assertThat(plan.variants().stream().map(AblationPlan.Variant::name))
        .containsExactly(
            "none",
            "noise",
            "oneOf(timeStretch+featureNoise)",
            "noise 2",
            "mixup",
            "all",
            "all but noise",
            "all but oneOf(timeStretch+featureNoise)",
            "all but noise 2",
            "all but mixup");
    assertThat(plan.trials()).isEqualTo(20);
    Recipe none = plan.variants().get(0).recipe();
    assertThat(none.augmentation()).isEmpty();
    assertThat(none.training().mixup()).isZero();
    assertThat(plan.variants().get(5).recipe()).isEqualTo(recipe(RECIPE));
    assertThat(plan.variants().get(9).recipe().training().mixup()).isZero();
    Recipe plain = recipe(RECIPE.replaceAll("(?s)augmentation:.*", "").replace(", mixup: 0.2", ""));
    assertThatThrownBy(() -> AblationPlan.of(plain, false, List.of(1L)))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("recipe tones augments nothing");
  }

  @Test
  void killedInTheMiddleItGoesOnToTheSameTable() throws Exception {
    AblationPlan plan = AblationPlan.of(recipe(RECIPE), false, List.of(1L, 2L));
    AblationTable partial = run(plan, new StopFlag(), 5);
    assertThat(partial.rows()).isEmpty();
    assertThat(partial.toText()).contains("no seed is finished");
    int before = epochs;
    AblationTable table = run(plan, new StopFlag(), -1);
    // Two epochs of each of twelve trainings, and the one that was stopped in its first.
    assertThat(epochs).isBetween(24, 26).isGreaterThan(before);
    assertThat(table.seeds()).containsExactly(1L, 2L);
    assertThat(table.rows()).hasSize(6);
    assertThat(table.clips()).isEqualTo(2 * 2 * 8);
    assertThat(table.toText())
        .contains("augmentation", "none", "mixup", "all", "of 2", "No test clip was heard.");
    for (AblationTable.Row row : table.rows()) {
      assertThat(row.change()).isCloseTo(row.uar() - table.rows().get(0).uar(), within(1e-9));
    }
    int after = epochs;
    assertThat(run(plan, new StopFlag(), -1)).isEqualTo(table);
    assertThat(epochs).isEqualTo(after);
    assertThat(Files.readString(work.resolve("out/ablation.csv"))).hasLineCount(7);
    assertThat(notes).anyMatch(note -> note.startsWith("12 of 12: all, seed 2: UAR "));
  }

  @Test
  void noTestClipIsJudged() throws Exception {
    AblationPlan plan =
        AblationPlan.of(recipe(RECIPE.replaceAll("(?s)augmentation:.*", "")), false, List.of(1L));
    run(plan, new StopFlag(), -1);
    for (String name : List.of("none-seed-1", "mixup-seed-1")) {
      AblationTrial trial = AblationTrial.read(work.resolve("out/trials/" + name + ".json"));
      assertThat(trial.answers()).hasSize(16);
      assertThat(trial.answers()).noneMatch(answer -> answer.speaker().equals("ravdess:06"));
    }
  }

  @Test
  void folderOfAnotherAblationIsLeftAlone() throws Exception {
    Files.createDirectories(work.resolve("out"));
    Files.writeString(work.resolve("out/plan.txt"), "seeds [5]\n");
    AblationPlan plan = AblationPlan.of(recipe(RECIPE), false, List.of(1L));
    assertThatThrownBy(() -> run(plan, new StopFlag(), -1))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("holds another ablation");
  }
}
