package org.emotone.training.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.run.RunArtifacts;
import org.emotone.training.run.RunListener;
import org.emotone.training.run.RunRequest;
import org.emotone.training.run.ToneCorpus;
import org.emotone.training.run.Training;
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
  private final RunRequest request;
  private int epochs;

  AblationTest(@TempDir Path folder) throws IOException {
    work = folder;
    Path corpus = ToneCorpus.write(folder.resolve("tones"), 6);
    request = new RunRequest(Map.of("ravdess", corpus), null).leavingTestAlone();
  }

  private static Recipe recipe(String yaml) throws RecipeException {
    return RecipeFile.parse("tones.yaml", yaml);
  }

  private StudyFolder folder() {
    return new StudyFolder(work.resolve("out"));
  }

  private Optional<AblationResult> run(Ablation plan, Recipe recipe, int stopAfter)
      throws IOException {
    StopFlag stop = new StopFlag();
    RunListener listener =
        new RunListener() {
          @Override
          public void epochEnded(EpochMetrics metrics) {
            if (++epochs == stopAfter) {
              stop.raise();
            }
          }
        };
    Training training =
        new Training(
            new FeatureCache(work.resolve("cache"), 2),
            listener,
            facts -> "# tones\n",
            RunArtifacts.NONE,
            Clock.systemUTC());
    Study study = new Study(training, folder(), request, listener);
    return plan.run(study, folder(), recipe, request, stop);
  }

  @Test
  void variantsAreNoneEachAllAndAllButEach() throws Exception {
    List<AblationVariant> variants = AblationVariant.of(recipe(RECIPE), true);
    assertThat(variants.stream().map(AblationVariant::name))
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
    assertThat(variants.stream().map(variant -> variant.run(1))).doesNotHaveDuplicates();
    Recipe none = variants.get(0).recipe();
    assertThat(none.augmentation()).isEmpty();
    assertThat(none.training().mixup()).isZero();
    assertThat(variants.get(5).recipe()).isEqualTo(recipe(RECIPE));
    assertThat(variants.get(9).recipe().training().mixup()).isZero();
  }

  @Test
  void aRecipeThatAugmentsNothingIsRefused() throws Exception {
    Recipe plain = recipe(RECIPE.replaceAll("(?s)augmentation:.*", "").replace(", mixup: 0.2", ""));
    assertThatThrownBy(() -> AblationVariant.of(plain, false))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("recipe tones augments nothing");
  }

  @Test
  void seedsThatDrawTheTestAreRefused() throws Exception {
    String drawn = "split: {type: speakerFolds, folds: 3, fold: 1}";
    Recipe recipe = recipe(RECIPE.replaceFirst("split: .*", drawn));
    new Ablation(false, List.of(recipe.seed())).check(recipe);
    assertThatThrownBy(() -> new Ablation(false, List.of(1L, 2L)).check(recipe))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("is drawn by the seed");
    new Ablation(false, List.of(1L, 2L)).check(recipe(RECIPE));
  }

  @Test
  void stoppedInTheMiddleItGoesOnToTheSameTable() throws Exception {
    Ablation plan = new Ablation(false, List.of(1L, 2L));
    Recipe recipe = recipe(RECIPE);
    assertThat(run(plan, recipe, 5)).isEmpty();
    int before = epochs;
    AblationResult result = run(plan, recipe, -1).orElseThrow();
    // Two epochs of each of twelve trainings, and the one that was stopped in its first.
    assertThat(epochs).isBetween(24, 26).isGreaterThan(before);
    assertThat(result.seeds()).containsExactly(1L, 2L);
    assertThat(result.rows()).hasSize(6);
    assertThat(result.clips()).isEqualTo(2 * 2 * 8);
    assertThat(result.toText())
        .contains("augmentation", "none", "mixup", "all", "of 2", "No test clip was heard.");
    for (AblationResult.Row row : result.rows()) {
      assertThat(row.change()).isCloseTo(row.uar() - result.rows().get(0).uar(), within(1e-9));
    }
    assertThat(result.toCsv()).hasLineCount(7);
    int after = epochs;
    assertThat(run(plan, recipe, -1)).contains(result);
    assertThat(epochs).isEqualTo(after);
  }

  @Test
  void noTestClipIsJudged() throws Exception {
    Recipe mixupAlone = recipe(RECIPE.replaceAll("(?s)augmentation:.*", ""));
    run(new Ablation(false, List.of(1L)), mixupAlone, -1);
    for (String name : List.of("none-seed1", "mixup-seed1")) {
      assertThat(Files.readString(folder().run(name).predictions()))
          .hasLineCount(17)
          .doesNotContain("ravdess:06");
    }
  }
}
