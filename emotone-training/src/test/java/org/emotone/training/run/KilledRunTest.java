package org.emotone.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.emotone.network.Safetensors;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.recipe.RecipeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledRunTest {

  private static final int EPOCHS = 60;
  private static final int SIGTERM_EXIT = 143;

  private static final String RECIPE =
      """
      name: killed
      corpora: [ravdess]
      labels: {classes: [neutral, happy, sad, angry]}
      split: {type: speakers, test: ['ravdess:04']}
      validationSpeakers: 1
      frontEnd: {features: {type: logMel, bands: 16}, length: {minFrames: 20}}
      network:
        - {type: image}
        - {type: conv2d, filters: 16, kernel: [3, 3]}
        - {type: batchNorm}
        - {type: activation, function: relu}
        - {type: foldFrequency}
        - {type: dropout, rate: 0.2}
        - {type: statisticsPool}
        - {type: dense, units: 4}
      training: {epochs: %d, batchSize: 8, cropFrames: 40, threads: 1, mixup: 0.2}
      """
          .formatted(EPOCHS);

  @Test
  void killedAndTerminatedRunsResumeToTheEndOfAnUninterruptedOne(@TempDir Path work)
      throws Exception {
    Path recipe = Files.writeString(work.resolve("killed.yaml"), RECIPE);
    Path corpus = ToneCorpus.write(work.resolve("tones"), 4);
    RunFolder whole = new RunFolder(work.resolve("whole"));
    training(work)
        .run(
            RecipeFile.read(recipe),
            new RunRequest(Map.of("ravdess", corpus), null),
            whole,
            new StopFlag());
    RunFolder killed = new RunFolder(work.resolve("killed"));
    startAndEnd(work, killed, true);
    RunFolder terminated = new RunFolder(work.resolve("terminated"));
    assertThat(startAndEnd(work, terminated, false)).isIn(SIGTERM_EXIT, 0);
    for (RunFolder folder : List.of(killed, terminated)) {
      RunRecord resumed = training(work).resume(folder, Map.of(), new StopFlag());
      assertThat(resumed.interrupted()).isFalse();
      assertThat(epochs(folder)).isEqualTo(epochs(whole)).hasSize(EPOCHS + 1);
      assertThat(Safetensors.read(folder.weights()).tensors())
          .isEqualTo(Safetensors.read(whole.weights()).tensors());
      assertThat(Files.readString(folder.predictions()))
          .isEqualTo(Files.readString(whole.predictions()));
    }
  }

  private static Training training(Path work) {
    return new Training(
        new FeatureCache(work.resolve("cache"), 1),
        RunListener.SILENT,
        facts -> "# killed\n",
        RunArtifacts.NONE,
        Clock.systemUTC());
  }

  /** Starts a run, ends it by SIGKILL or SIGTERM once three epochs are over, and waits for it. */
  private static int startAndEnd(Path work, RunFolder folder, boolean forcibly) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:ErrorFile=" + work.resolve("crash.log"),
                "-cp",
                System.getProperty("java.class.path"),
                KilledRun.class.getName(),
                work.resolve("killed.yaml").toString(),
                work.resolve("tones").toString(),
                work.resolve("cache").toString(),
                folder.root().toString())
            .inheritIO()
            .start();
    while (process.isAlive() && rows(folder) < 4) {
      process.waitFor(5, TimeUnit.MILLISECONDS);
    }
    if (forcibly) {
      process.destroyForcibly();
    } else {
      process.destroy();
    }
    int exit = process.waitFor();
    assertThat(work.resolve("crash.log")).doesNotExist();
    return exit;
  }

  private static int rows(RunFolder folder) throws IOException {
    return Files.exists(folder.metrics()) ? Files.readAllLines(folder.metrics()).size() : 0;
  }

  private static List<String> epochs(RunFolder folder) throws IOException {
    return Files.readAllLines(folder.metrics()).stream()
        .map(row -> row.substring(0, row.lastIndexOf(',')))
        .toList();
  }
}
