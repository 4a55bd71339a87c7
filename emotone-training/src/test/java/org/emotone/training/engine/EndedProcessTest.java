package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class EndedProcessTest {

  private final Path folder;

  EndedProcessTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void killedAndTerminatedTrainingGoesOnToTheSameResult() throws Exception {
    Path ended = folder.resolve("ended");
    Process killed = start(ended, "step 2 9");
    killed.destroyForcibly().waitFor();
    Process terminated = start(ended, "step 4 3");
    terminated.destroy();
    assertThat(terminated.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(terminated.exitValue()).isIn(0, 143);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("hs_err"));
    }
    TrainingResult resumed = TrainingProcess.fit(ended, EpochListener.SILENT, new StopFlag());
    TrainingResult whole =
        TrainingProcess.fit(folder.resolve("whole"), EpochListener.SILENT, new StopFlag());
    assertThat(resumed.weights()).isEqualTo(whole.weights());
    assertThat(resumed.history()).hasSameSizeAs(whole.history());
    for (int i = 0; i < whole.history().size(); i++) {
      assertThat(resumed.history().get(i).trainLoss())
          .isEqualTo(whole.history().get(i).trainLoss());
    }
  }

  @Test
  void aMachineWithoutLibTorchIsToldSoInOneLine() throws Exception {
    Process process =
        new ProcessBuilder(
                command("-Dorg.bytedeco.javacpp.platform=linux-arm64", folder.resolve("none")))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.lines())
          .anyMatch(
              line ->
                  line.contains("Training needs LibTorch, which cannot be loaded on linux-arm64")
                      && line.contains("Recognising works here all the same"));
    }
  }

  /** Starts training and waits until it writes a line. */
  private Process start(Path checkpoints, String awaited) throws IOException {
    Process process =
        new ProcessBuilder(command("-Xmx512m", checkpoints)).directory(folder.toFile()).start();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals(awaited)) {
        return process;
      }
    }
    throw new AssertionError("Training ended before " + awaited);
  }

  private static List<String> command(String option, Path checkpoints) {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(option, "-cp", classPath));
    command.addAll(List.of(TrainingProcess.class.getName(), checkpoints.toString()));
    return command;
  }
}
