package org.emotone.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.emotone.network.Safetensors;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What runs do when something goes wrong. */
@TestInstance(Lifecycle.PER_CLASS)
class RobustRunTest {

  /** A device that is always full, on Linux. */
  private static final Path FULL = Path.of("/dev/full");

  private static final String RECIPE =
      """
      name: robust
      corpora: [ravdess]
      labels: {classes: [neutral, happy, sad, angry]}
      split: {type: speakers, test: ['ravdess:04']}
      validationSpeakers: 1
      frontEnd: {features: {type: logMel, bands: 16}, length: {minFrames: 20}}
      network:
        - {type: channels}
        - {type: statisticsPool}
        - {type: dense, units: 4}
      training: {epochs: 3, batchSize: 8, cropFrames: 40, threads: 1}
      """;

  private final List<String> notes = new ArrayList<>();
  private Path work = Path.of("");
  private Path corpus = Path.of("");

  @BeforeAll
  void makeCorpus(@TempDir Path folder) throws IOException {
    work = folder;
    corpus = ToneCorpus.write(work.resolve("tones"), 4);
  }

  private static Recipe recipe(String yaml) throws RecipeException {
    return RecipeFile.parse("robust.yaml", yaml);
  }

  private Training training(RunListener listener) {
    return new Training(
        new FeatureCache(work.resolve("cache"), 1),
        listener,
        facts -> "# robust\n",
        RunArtifacts.NONE,
        Clock.systemUTC());
  }

  private RunRecord run(Recipe recipe, RunFolder folder, RunListener listener) throws IOException {
    return training(listener)
        .run(recipe, new RunRequest(Map.of("ravdess", corpus), null), folder, new StopFlag());
  }

  private RunFolder folder(String name) {
    return new RunFolder(work.resolve(name));
  }

  /** Lets what is written to a file after the first epoch meet a full disk. */
  private static RunListener fullAfterTheFirstEpoch(Path file) {
    return new RunListener() {
      @Override
      public void epochEnded(EpochMetrics metrics) {
        if (metrics.epoch() == 1) {
          try {
            Files.createSymbolicLink(file, FULL);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        }
      }
    };
  }

  @Test
  void aDiskThatFillsUpStopsTheRunWhichGoesOnToTheSameEndOnceThereIsRoom() throws Exception {
    assumeTrue(Files.exists(FULL));
    RunFolder whole = folder("whole");
    run(recipe(RECIPE), whole, RunListener.SILENT);
    for (String file :
        List.of("checkpoints/epoch-0002.safetensors.partial", "evaluation.json.part")) {
      RunFolder folder = folder("full-" + file.replace('/', '-'));
      Path full = folder.root().resolve(file);
      assertThatThrownBy(() -> run(recipe(RECIPE), folder, fullAfterTheFirstEpoch(full)))
          .as(file)
          .isInstanceOf(TrainingException.class)
          .hasMessageStartingWith(folder.root() + ": the disk of the run or of the cache is full")
          .hasMessageContaining("No space left on device")
          .hasMessageEndingWith("make room and resume the run");
      RunStatus status = RunStatus.read(folder.status());
      assertThat(status.now()).isEqualTo(RunStatus.State.FAILED);
      assertThat(status.reason()).contains("is full");
      Files.deleteIfExists(full);
      training(RunListener.SILENT).resume(folder, Map.of(), new StopFlag());
      assertThat(RunStatus.read(folder.status()).now()).isEqualTo(RunStatus.State.FINISHED);
      assertThat(Safetensors.read(folder.weights()).tensors())
          .isEqualTo(Safetensors.read(whole.weights()).tensors());
      assertThat(Files.readString(folder.predictions()))
          .isEqualTo(Files.readString(whole.predictions()));
    }
  }

  @Test
  void aClassWithoutExamplesIsNotedAndCountsInNoMean() throws Exception {
    notes.clear();
    RunListener noting =
        new RunListener() {
          @Override
          public void note(String message) {
            notes.add(message);
          }
        };
    String five =
        RECIPE
            .replace("sad, angry]", "sad, angry, fear]")
            .replace("units: 4", "units: 5")
            .replace("training: {", "training: {classWeights: balanced, ");
    RunRecord run = run(recipe(five), folder("absent"), noting);
    assertThat(notes).contains("no training clip has the class 'fear'");
    Evaluation evaluation = Objects.requireNonNull(run.evaluation());
    assertThat(evaluation.confusion().support(4)).isZero();
    assertThat(evaluation.uar())
        .isEqualTo(
            evaluation.classes().subList(0, 4).stream()
                .mapToDouble(score -> score.recall())
                .average()
                .orElseThrow());
    assertThat(run.history()).allMatch(epoch -> Double.isFinite(epoch.trainLoss()));
  }
}
