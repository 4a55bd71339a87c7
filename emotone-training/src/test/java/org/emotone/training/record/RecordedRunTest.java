package org.emotone.training.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.run.RunStatus;
import org.emotone.training.run.RunStatus.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRunTest {

  private static final String RECIPE =
      """
      name: small
      corpora: [ravdess]
      labels: {classes: [neutral, sad]}
      split: {type: all}
      network: [{type: channels}, {type: statisticsPool}, {type: dense, units: 2}]
      """;

  private static final String STATUS =
      """
      {"state": "running", "began": "2026-01-31T12:00:00Z", "changed": "2026-01-31T12:01:00Z",
       "process": 4194305, "parameters": 12, "bestEpoch": 0}
      """;

  @TempDir private Path folder = Path.of("");

  private Path run(String name) throws Exception {
    Path run = Files.createDirectories(folder.resolve(name));
    Files.writeString(run.resolve("recipe.yaml"), RECIPE);
    Files.writeString(run.resolve("run.json"), STATUS);
    return run;
  }

  @Test
  void aRunWhoseProcessIsGoneWasInterrupted() throws Exception {
    RecordedRun run = RecordedRun.read(run("one"));
    assertThat(run.status().state()).isEqualTo(State.RUNNING);
    assertThat(run.status().now()).isEqualTo(State.INTERRUPTED);
    assertThat(run.history()).isEmpty();
    assertThat(run.bestEpoch()).isZero();
    assertThat(run.name()).isEqualTo("one");
  }

  @Test
  void aRunWhoseProcessLivesIsRunning() throws Exception {
    Path file = folder.resolve("run.json");
    String own = "\"process\": " + ProcessHandle.current().pid();
    Files.writeString(file, STATUS.replace("\"process\": 4194305", own));
    assertThat(RunStatus.read(file).now()).isEqualTo(State.RUNNING);
    Files.writeString(
        file,
        STATUS.replace(
            "\"process\": 4194305", own + ", \"processBegan\": \"1999-01-01T00:00:00Z\""));
    assertThat(RunStatus.read(file).now()).isEqualTo(State.INTERRUPTED);
  }

  @Test
  void epochsAreReadUpToOneThatWasCutOff() throws Exception {
    Path run = run("one");
    Files.writeString(
        run.resolve("metrics.csv"),
        """
        epoch,trainLoss,validationLoss,validationUar,validationAccuracy,learningRate,seconds
        1,2.5,2.25,0.25,0.5,0.001,1.500
        2,2.0,2.0,0.75,0.5,0.001,1.250
        3,1.5,NaN,NaN,NaN,0.001,1.0
        4,1.2,1""");
    RecordedRun read = RecordedRun.read(run);
    assertThat(read.history()).hasSize(3);
    assertThat(read.history().get(1).validationUar()).isEqualTo(0.75);
    assertThat(read.history().get(2).validationLoss()).isNaN();
    assertThat(read.bestEpoch()).isEqualTo(2);
    assertThat(read.seconds()).isEqualTo(3.75);
  }

  @Test
  void filesThatAreSomethingElseAreNamed() throws Exception {
    Path run = run("one");
    Files.writeString(run.resolve("metrics.csv"), "epoch\nnonsense\n1,2\n");
    assertThatThrownBy(() -> RecordedRun.read(run)).hasMessageContaining("metrics.csv:2: is no");
    Files.delete(run.resolve("metrics.csv"));
    Files.writeString(run.resolve("evaluation.json"), "{\"clips\": 3}");
    assertThatThrownBy(() -> RecordedRun.read(run))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("evaluation.json: is no evaluation of this version");
    Files.writeString(run.resolve("run.json"), "{}");
    assertThatThrownBy(() -> RecordedRun.read(run))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("run.json");
    assertThatThrownBy(() -> RecordedRun.read(folder))
        .isInstanceOf(TrainingException.class)
        .hasMessageEndingWith("no run of Emotone: there is no recipe.yaml and run.json in it");
  }

  @Test
  void runsAreFoundBelowAFolderButNotInsideOfRuns() throws Exception {
    Path one = run("a/one");
    Path two = run("b");
    run("b/checkpoints");
    run("c/d/e/deep");
    assertThat(RecordedRun.find(folder, 2)).containsExactly(one, two);
    assertThat(RecordedRun.find(two, 0)).containsExactly(two);
  }
}
