package org.emotone.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clips are learned and validated at the lengths at which they are served. */
class AcceptedLengthTest {

  private static final String RECIPE =
      """
      name: tones
      corpora: [ravdess]
      labels: {classes: [neutral, happy, sad, angry]}
      split: {type: speakers, test: ['ravdess:04']}
      validationSpeakers: 1
      frontEnd: {features: {type: logMel, bands: 16}, length: {minFrames: %1$d, maxFrames: %1$d}}
      network:
        - {type: fixedFrames, frames: %1$d}
        - {type: flatten}
        - {type: dense, units: 4}
      training: {epochs: 2, batchSize: 8, cropFrames: %2$d, threads: 1}
      """;

  private final Path work;
  private final RunRequest request;

  AcceptedLengthTest(@TempDir Path work) throws IOException {
    this.work = work;
    request = new RunRequest(Map.of("ravdess", ToneCorpus.write(work.resolve("tones"), 4)), null);
  }

  private RunRecord run(String yaml) throws IOException, RecipeException {
    Recipe recipe = RecipeFile.parse("tones.yaml", yaml);
    Training training =
        new Training(
            new FeatureCache(work.resolve("cache"), 1),
            RunListener.SILENT,
            facts -> "# tones\n",
            RunArtifacts.NONE,
            Clock.systemUTC());
    RunFolder folder = new RunFolder(work.resolve("run"));
    return training.run(recipe, request, folder, new StopFlag());
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 400})
  void aNetworkForOneLengthIsValidatedOnClipsOfAnother(int frames) throws Exception {
    assertThat(run(RECIPE.formatted(frames, frames)).evaluation()).isNotNull();
  }

  @Test
  void wholeClipsAreLearnedAtAcceptedLengths() throws Exception {
    String wide = "  - {type: conv1d, filters: 4, kernel: 300, padding: valid}\n";
    String yaml =
        RECIPE
            .formatted(300, 0)
            .replace("{type: fixedFrames, frames: 300}", "{type: channels}")
            .replace("  - {type: flatten}\n", wide + "  - {type: globalMaxPool}\n");
    assertThat(run(yaml).evaluation()).isNotNull();
  }
}
