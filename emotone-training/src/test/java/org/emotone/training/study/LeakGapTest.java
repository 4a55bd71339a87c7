package org.emotone.training.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emotone.training.cache.FeatureCache;
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
import org.junit.jupiter.api.io.TempDir;

class LeakGapTest {

  private static final String RECIPE =
      """
      name: tones
      corpora: [ravdess]
      labels: {classes: [neutral, happy, sad, angry]}
      split: {type: speakers, test: ['ravdess:04']}
      frontEnd: {features: {type: logMel, bands: 16}, length: {minFrames: 20}}
      network:
        - {type: channels}
        - {type: statisticsPool}
        - {type: dense, units: 4}
      training: {epochs: 2, batchSize: 8, cropFrames: 40, threads: 1}
      """;

  private final Path work;
  private final Recipe recipe;
  private final RunRequest request;
  private final List<String> stages = new ArrayList<>();

  LeakGapTest(@TempDir Path work) throws IOException, RecipeException {
    this.work = work;
    recipe = RecipeFile.parse("tones.yaml", RECIPE);
    Path corpus = ToneCorpus.write(work.resolve("tones"), 4);
    request = new RunRequest(Map.of("ravdess", corpus), null);
  }

  private Study study(StudyFolder folder) {
    RunListener listener =
        new RunListener() {
          @Override
          public void stage(String words) {
            stages.add(words);
          }
        };
    Training training =
        new Training(
            new FeatureCache(work.resolve("cache"), 1),
            listener,
            facts -> "# tones\n",
            RunArtifacts.NONE,
            Clock.systemUTC());
    return new Study(training, folder, request, listener);
  }

  @Test
  void theSameRecipeIsMeasuredUnderEachPartitionAndWhatIsSharedIsSaid() throws IOException {
    StudyFolder folder = new StudyFolder(work.resolve("gap"));
    LeakGap gap = new LeakGap(List.of("ravdess"), List.of(Partition.values()), 5);
    LeakGapResult result = gap.run(study(folder), recipe, request, new StopFlag()).orElseThrow();

    assertThat(result.row("ravdess")).hasSize(4);
    for (LeakGapResult.Cell cell : result.cells()) {
      // Five folds were asked for, and there are four speakers.
      assertThat(cell.evaluations()).hasSize(4);
      boolean shared = cell.partition() != Partition.SPEAKERS;
      assertThat(cell.evaluations())
          .allSatisfy(e -> assertThat(e.conditions().sharedSpeakers() > 0).isEqualTo(shared));
      double mean = cell.evaluations().stream().mapToDouble(e -> e.uar()).average().orElse(0);
      assertThat(cell.uar().mean()).isCloseTo(mean, within(1e-12));
    }
    LeakGapResult.Cell speakers = result.row("ravdess").get(3);
    assertThat(speakers.evaluations().stream().mapToInt(e -> e.clips()).sum()).isEqualTo(32);
    assertThat(result.toText().lines().toList().get(3)).contains("speaker-dependent");
    assertThat(result.toMarkdown()).hasLineCount(3).contains("| ravdess | 4 |");
    JsonNode json = new ObjectMapper().readTree(result.toJson());
    assertThat(json.get("cells")).hasSize(4);
    assertThat(json.get("cells").get(3).get("partition").asText()).isEqualTo("speakers");
  }

  @Test
  void goneOnWithItDoesNoFinishedRunAgain() throws IOException {
    StudyFolder folder = new StudyFolder(work.resolve("gap"));
    LeakGap gap = new LeakGap(List.of("ravdess"), List.of(Partition.SPEAKERS), 2);
    LeakGapResult first = gap.run(study(folder), recipe, request, new StopFlag()).orElseThrow();
    Path model = folder.run("ravdess-speakers-1").model();
    final FileTime written = Files.getLastModifiedTime(model);
    assertThat(stages).anyMatch(stage -> stage.startsWith("run 2 of 2"));
    stages.clear();
    Files.delete(folder.run("ravdess-speakers-2").model());

    LeakGapResult again = gap.run(study(folder), recipe, request, new StopFlag()).orElseThrow();
    assertThat(again.toText()).isEqualTo(first.toText());
    assertThat(Files.getLastModifiedTime(model)).isEqualTo(written);
    assertThat(stages).noneMatch(stage -> stage.startsWith("run 1 of 2"));
    assertThat(stages).anyMatch(stage -> stage.startsWith("run 2 of 2"));

    Recipe other = recipe.withSeed(9);
    assertThatThrownBy(() -> gap.run(study(folder), other, request, new StopFlag()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("holds a run of another recipe");
  }

  @Test
  void stoppedBeforeTheFirstRunItComesToNothing() throws IOException {
    StopFlag stop = new StopFlag();
    stop.raise();
    LeakGap gap = new LeakGap(List.of("ravdess"), List.of(Partition.SPEAKERS), 2);
    StudyFolder folder = new StudyFolder(work.resolve("gap"));
    assertThat(gap.run(study(folder), recipe, request, stop)).isEmpty();
  }
}
