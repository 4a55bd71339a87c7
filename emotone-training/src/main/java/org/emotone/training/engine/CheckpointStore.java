package org.emotone.training.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emotone.network.Safetensors;
import org.emotone.network.Tensor;

/**
 * The checkpoints of one training: {@code checkpoint.json} and the tensors of the last and of the
 * best epoch, {@code epoch-0012.safetensors}.
 *
 * <p>A process killed at any moment leaves a usable folder: the tensors are on disk before {@code
 * checkpoint.json} is replaced, in one step, by the one that names them.
 */
final class CheckpointStore {

  private static final String INDEX = "checkpoint.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  CheckpointStore(Path folder) {
    this.folder = folder;
  }

  /** The folder. */
  Path folder() {
    return folder;
  }

  /** Where training stood, if an epoch ever ended. */
  Optional<Checkpoint> last() {
    Path index = folder.resolve(INDEX);
    if (!Files.exists(index)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(index), Checkpoint.class));
    } catch (IOException e) {
      throw new TrainingException(
          index + " is not a checkpoint of this version; start again in another folder", e);
    }
  }

  /** The tensors of an epoch that is the last or the best. */
  Map<String, Tensor> tensors(int epoch) {
    Path file = file(epoch);
    try {
      return Safetensors.read(file).tensors();
    } catch (IOException e) {
      throw new TrainingException(
          file + " cannot be read (" + e.getMessage() + "); start again in another folder", e);
    }
  }

  /** Keeps an epoch. */
  void save(Checkpoint checkpoint, Map<String, Tensor> tensors) {
    try {
      Files.createDirectories(folder);
      replace(file(checkpoint.epoch()), out -> Safetensors.write(out, tensors, Map.of()));
      byte[] index = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(checkpoint);
      replace(folder.resolve(INDEX), out -> out.write(index));
      removeAllBut(List.of(file(checkpoint.epoch()), file(checkpoint.bestEpoch())));
    } catch (IOException e) {
      throw new TrainingException(
          "The checkpoint of epoch "
              + checkpoint.epoch()
              + " cannot be written to "
              + folder
              + " ("
              + e.getMessage()
              + "); what was there is still whole: make room and resume",
          e);
    }
  }

  private Path file(int epoch) {
    return folder.resolve(String.format(Locale.ROOT, "epoch-%04d.safetensors", epoch));
  }

  private void removeAllBut(List<Path> kept) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "epoch-*")) {
      for (Path file : files) {
        if (!kept.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }

  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private static void replace(Path file, Content content) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try {
      write(partial, content);
    } catch (IOException e) {
      Files.deleteIfExists(partial);
      throw e;
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(Path partial, Content content) throws IOException {
    try (FileOutputStream out = new FileOutputStream(partial.toFile());
        OutputStream buffered = new BufferedOutputStream(out, 1 << 16)) {
      content.write(buffered);
      buffered.flush();
      out.getFD().sync();
    }
  }
}
