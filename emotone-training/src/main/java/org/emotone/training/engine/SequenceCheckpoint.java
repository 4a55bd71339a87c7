package org.emotone.training.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotone.network.Safetensors;
import org.emotone.network.Tensor;

/**
 * Where the training of a {@link SequenceTrainer} stands, in one file of safetensors that is
 * replaced at once: a process killed at any moment leaves the last one.
 *
 * @param identity of the training: another one cannot go on from here
 * @param steps of the optimiser so far
 * @param epochs that ended
 * @param tensors weights, those of the best epoch and the moments of the optimiser, by kind and
 *     name
 */
record SequenceCheckpoint(
    String identity, long steps, List<SequenceEpoch> epochs, Map<String, Tensor> tensors) {

  static final String WEIGHTS = "weights.";
  static final String BEST = "best.";

  private static final String FILE = "checkpoint.safetensors";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The checkpoint of a folder, if an epoch ever ended there. */
  static Optional<SequenceCheckpoint> read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Safetensors.Contents contents = Safetensors.read(file);
      Map<String, String> words = contents.metadata();
      return Optional.of(
          new SequenceCheckpoint(
              words.getOrDefault("identity", ""),
              Long.parseLong(words.getOrDefault("steps", "")),
              JSON.readValue(words.getOrDefault("epochs", ""), new TypeReference<>() {}),
              contents.tensors()));
    } catch (IOException | NumberFormatException e) {
      throw new TrainingException(
          file + " is not a checkpoint (" + e.getMessage() + "); start again in another folder", e);
    }
  }

  /** Replaces what the folder holds. */
  void write(Path folder) {
    try {
      Files.createDirectories(folder);
      Map<String, String> words =
          Map.of(
              "identity", identity,
              "steps", Long.toString(steps),
              "epochs", JSON.writeValueAsString(epochs));
      Safetensors.write(folder.resolve(FILE), tensors, words);
    } catch (IOException e) {
      throw new TrainingException(
          "a checkpoint cannot be written to "
              + folder
              + " ("
              + e.getMessage()
              + "); what was there is still whole: make room and resume",
          e);
    }
  }

  /** The tensors of a kind by name. */
  Map<String, Tensor> kind(String prefix) {
    Map<String, Tensor> chosen = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (name.startsWith(prefix)) {
            chosen.put(name.substring(prefix.length()), tensor);
          }
        });
    return chosen;
  }
}
