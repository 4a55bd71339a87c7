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
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.GroupScore;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.run.Folds;
import org.emotone.training.run.RunArtifacts;
import org.emotone.training.run.RunListener;
import org.emotone.training.run.RunRequest;
import org.emotone.training.run.ToneCorpus;
import org.emotone.training.run.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossValidationTest {

  private static final String RECIPE =
      """
      name: tones
      corpora: [ravdess]
      labels: {classes: [neutral, happy, sad, angry]}
      split: %s
      validationSpeakers: 1
      frontEnd: {features: {type: logMel, bands: 16}, length: {minFrames: 20}}
      network:
        - {type: channels}
        - {type: statisticsPool}
        - {type: dense, units: 4}
      training: {epochs: 2, batchSize: 8, cropFrames: 40, threads: 1}
      """;

  private final Path work;
  private final RunRequest request;

  CrossValidationTest(@TempDir Path work) throws IOException {
    this.work = work;
    request = new RunRequest(Map.of("ravdess", ToneCorpus.write(work.resolve("tones"), 4)), null);
  }

  private static Recipe recipe(String split) {
    try {
      return RecipeFile.parse("tones.yaml", RECIPE.formatted(split));
    } catch (RecipeException e) {
      throw new AssertionError(e);
    }
  }

  private CrossValidationResult run(Recipe recipe, List<Long> seeds) throws IOException {
    StudyFolder folder = new StudyFolder(work.resolve("folds"));
    Training training =
        new Training(
            new FeatureCache(work.resolve("cache"), 1),
            RunListener.SILENT,
            facts -> "# tones\n",
            RunArtifacts.NONE,
            Clock.systemUTC());
    Study study = new Study(training, folder, request, RunListener.SILENT);
    return new CrossValidation(seeds)
        .run(study, folder, recipe, request, new StopFlag())
        .orElseThrow();
  }

  @Test
  void everyClipIsTestedOncePerSeedAndTheFiguresTogetherAreThoseOfAll() throws IOException {
    CrossValidationResult result =
        run(recipe("{type: leaveOneSpeakerOut, speaker: 'ravdess:01'}"), List.of(1L, 2L));

    assertThat(result.folds()).isEqualTo(4);
    assertThat(result.pooled().clips()).isEqualTo(64);
    for (CrossValidationResult.Seed seed : result.seeds()) {
      assertThat(seed.pooled().clips()).isEqualTo(32);
      assertThat(seed.pooled().speakers()).isEqualTo(4);
      assertThat(seed.pooled().uarInterval()).isNotNull();
      // All folds and classes are of one size here, so that the mean of the folds is the whole.
      double mean = seed.folds().stream().mapToDouble(Evaluation::uar).average().orElseThrow();
      assertThat(seed.pooled().uar()).isCloseTo(mean, within(1e-9));
      assertThat(seed.pooled().groups().get("sex"))
          .extracting(GroupScore::value)
          .containsExactly("female", "male");
      assertThat(seed.pooled().conditions().overlap()).startsWith("speaker-independent");
    }
    double first = result.seeds().get(0).pooled().uar();
    double second = result.seeds().get(1).pooled().uar();
    assertThat(result.overSeeds(Evaluation::uar).mean())
        .isCloseTo((first + second) / 2, within(1e-12));
    assertThat(result.toText())
        .contains("tones: 4 folds, 2 seeds", "fold 4", "over folds", "together", "by speaker");
    assertThat(result.toJson()).contains("\"overSeeds\"");
  }

  @Test
  void foldsFollowTheSplit() throws IOException {
    assertThat(Folds.of(recipe("{type: speakerFolds, folds: 3, fold: 2}"), request)).hasSize(3);
    assertThat(Folds.of(recipe("{type: randomFolds, folds: 4, fold: 1}"), request)).hasSize(4);
    assertThat(
            Folds.of(
                recipe("{type: speakerLists, fold: 1, lists: [['ravdess:01'], ['ravdess:02']]}"),
                request))
        .hasSize(2);
    Path list = work.resolve("folds.csv");
    Files.writeString(list, "clip,test_fold\n03-01-01-01-01-01-01,2\n03-01-01-01-01-01-02,5\n");
    RunRequest listed = new RunRequest(request.corpora(), list);
    assertThat(Folds.of(recipe("{type: fixed, list: folds, fold: 1}"), listed))
        .extracting(split -> split.words())
        .containsExactly("fixed folds fold 2", "fixed folds fold 5");
    assertThatThrownBy(() -> Folds.of(recipe("{type: random, testShare: 0.2}"), request))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("has no folds; take speakerFolds");
  }

  @Test
  void speakersThatAreNotSelectedMakeNoFold() throws Exception {
    Recipe all = recipe("{type: leaveOneSpeakerOut, speaker: 'ravdess:01'}");
    assertThat(Folds.of(all, request)).hasSize(4);
    String yaml = RECIPE.formatted("{type: leaveOneSpeakerOut, speaker: 'ravdess:02'}");
    Recipe women = RecipeFile.parse("tones.yaml", yaml + "select: {sex: female}\n");
    assertThat(Folds.of(women, request)).hasSize(2);
    Recipe other =
        RecipeFile.parse(
            "tones.yaml",
            yaml.replace("[ravdess]", "[ravdess, tess]")
                + "select: [{of: [tess], sex: female}, {of: [ravdess, tess], minSeconds: 0.1}]\n");
    assertThat(other.withCorpora(List.of("ravdess")).select())
        .singleElement()
        .satisfies(rule -> assertThat(rule.of()).containsExactly("ravdess"));
  }
}
