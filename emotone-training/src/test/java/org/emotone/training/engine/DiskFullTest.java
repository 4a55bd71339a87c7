package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, by way of Linux' device that always is. */
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class DiskFullTest {

  private static final TrainerOptions OPTIONS =
      Samples.options("{epochs: 4, batchSize: 8, cropFrames: 24, mixup: 0.2}");

  private final Path folder;

  DiskFullTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void stopsWithTheRemedyAndGoesOnToTheSameEndWhenThereIsRoom() throws IOException {
    Path full = folder.resolve("full");
    EpochListener filling =
        metrics -> {
          if (metrics.epoch() == 2) {
            fill(full.resolve("epoch-0003.safetensors.partial"));
          }
        };
    assertThatThrownBy(() -> fit(full, filling))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("The checkpoint of epoch 3 cannot be written to " + full)
        .hasMessageContaining("No space left on device")
        .hasMessageContaining("what was there is still whole: make room and resume");
    assertThat(full.resolve("epoch-0002.safetensors")).exists();
    TrainingResult resumed = fit(full);
    TrainingResult whole = fit(folder.resolve("whole"));
    assertThat(resumed.weights()).isEqualTo(whole.weights());
    assertThat(resumed.history()).hasSize(4);
  }

  @Test
  void anIndexThatCannotBeWrittenLeavesTheOneBefore() throws IOException {
    Path full = Files.createDirectories(folder.resolve("full"));
    fill(full.resolve("checkpoint.json.partial"));
    assertThatThrownBy(() -> fit(full)).hasMessageContaining("No space left on device");
    assertThat(full.resolve("checkpoint.json")).doesNotExist();
    assertThat(fit(full).weights()).isEqualTo(fit(folder.resolve("whole")).weights());
  }

  private static void fill(Path file) {
    try {
      Files.createSymbolicLink(file, Path.of("/dev/full"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrainingResult fit(Path folder) {
    return fit(folder, EpochListener.SILENT);
  }

  private static TrainingResult fit(Path folder, EpochListener listener) {
    return new Trainer(Samples.network(), OPTIONS, 7, folder)
        .fit(
            Samples.examples(42, 1),
            Samples.examples(15, 2),
            Start.fresh().resuming(),
            listener,
            new StopFlag());
  }
}
