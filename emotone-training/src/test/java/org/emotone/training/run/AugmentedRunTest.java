package org.emotone.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emotone.network.Safetensors;
import org.emotone.training.augmentation.Chain;
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
class AugmentedRunTest {

  private static final String RECIPE =
      """
      name: tones
      corpora: [ravdess]
      labels: {classes: [neutral, happy, sad, angry], map: {calm: neutral}}
      split: {type: speakers, test: ['ravdess:04']}
      validationSpeakers: 1
      frontEnd: {features: {type: logMel, bands: 16}, length: {minFrames: 20, maxFrames: 300}}
      network:
        - {type: image}
        - {type: conv2d, filters: 4, kernel: [3, 3]}
        - {type: batchNorm}
        - {type: activation, function: relu}
        - {type: foldFrequency}
        - {type: statisticsPool}
        - {type: dense, units: 4}
      training: {epochs: 2, batchSize: 8, cropFrames: 40, threads: 1}
      augmentation:
        - {type: noise, snrDb: [5, 20], p: 0.7}
        - {type: oneOf, of: [{type: speed}, {type: reverb}]}
        - {type: specAugment, timeMasks: 1}
      """;

  private final Path work;
  private final Path corpus;
  private final List<String> said = new ArrayList<>();

  AugmentedRunTest(@TempDir Path folder) throws IOException {
    this.work = folder;
    this.corpus = ToneCorpus.write(folder.resolve("tones"), 4);
  }

  private RunRecord run(String recipe, String name) throws IOException, RecipeException {
    RunListener listener =
        new RunListener() {
          @Override
          public void stage(String words) {
            said.add(words);
          }
        };
    return new Training(
            new FeatureCache(work.resolve("cache"), 2),
            listener,
            facts -> "card",
            RunArtifacts.NONE,
            Clock.systemUTC())
        .run(
            RecipeFile.parse("tones.yaml", recipe),
            new RunRequest(Map.of("ravdess", corpus), null),
            new RunFolder(work.resolve(name)),
            new StopFlag());
  }

  private static List<Double> losses(RunRecord run) {
    return run.history().stream().map(EpochMetrics::trainLoss).toList();
  }

  @Test
  void soundIsAugmentedAnewInEveryEpochAndAgainTheSameBySeed() throws Exception {
    RunRecord one = run(RECIPE, "one");
    RunRecord two = run(RECIPE, "two");
    assertThat(losses(one)).isEqualTo(losses(two));
    assertThat(losses(run(RECIPE + "seed: 2\n", "three"))).isNotEqualTo(losses(one));
    assertThat(Safetensors.read(one.folder().weights()))
        .isEqualTo(Safetensors.read(two.folder().weights()));
    assertThat(said).contains("training on 16 clips");
  }

  @Test
  void copiesAreMadeOnceAndStandBesideTheClips() throws Exception {
    String recipe = RECIPE + "augmentedCopies: {each: 2}\n";
    RunRecord one = run(recipe, "one");
    assertThat(said).contains("making 32 augmented copies", "training on 16 clips and 32 copies");
    long entries = entries();
    RunRecord two = run(recipe, "two");
    assertThat(losses(one)).isEqualTo(losses(two));
    assertThat(entries()).isEqualTo(entries);
    Recipe written = RecipeFile.read(one.folder().recipe());
    assertThat(written.augmentedCopies().each()).isEqualTo(2);
    assertThat(new Chain(written.augmentation()).steps()).hasSize(3);
    assertThat(losses(run(RECIPE, "three"))).isNotEqualTo(losses(one));
  }

  private long entries() throws IOException {
    try (Stream<Path> files = Files.walk(work.resolve("cache"))) {
      return files.filter(file -> file.toString().endsWith(".emf")).count();
    }
  }

  @Test
  void recordingsOfNoiseThatAreMissingStopTheRun() {
    String recipe = RECIPE.replace("type: noise, snrDb: [5, 20]", "type: babble, folder: nowhere");
    assertThatThrownBy(() -> run(recipe, "one"))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("nowhere: no such folder");
  }
}
