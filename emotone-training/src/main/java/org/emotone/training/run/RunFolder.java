package org.emotone.training.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.emotone.training.engine.TrainingException;

/**
 * The folder that a run keeps its files in.
 *
 * @param root the folder
 */
public record RunFolder(Path root) {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  /** A folder below {@code runs} with the recipe's name and the local time. */
  public static RunFolder named(Path runs, String name, Clock clock) {
    String stamp = STAMP.format(clock.instant().atZone(ZoneId.systemDefault()));
    return new RunFolder(runs.resolve(name + "-" + stamp));
  }

  /**
   * Makes the folder.
   *
   * @throws TrainingException if there is already something in it
   */
  public void create() throws IOException {
    if (Files.isDirectory(root)) {
      try (Stream<Path> content = Files.list(root)) {
        if (content.findAny().isPresent()) {
          throw new TrainingException(
              root + " is not empty; resume the run in it or choose another folder");
        }
      }
    }
    Files.createDirectories(root);
  }

  /**
   * Takes back a run that failed before it had anything to go on from.
   *
   * @return whether it had nothing
   */
  boolean discard() throws IOException {
    if (Files.exists(checkpoints())) {
      return false;
    }
    for (Path file : List.of(recipe(), request(), environment(), status())) {
      Files.deleteIfExists(file);
    }
    try {
      Files.delete(root);
    } catch (DirectoryNotEmptyException e) {
      // Somebody else keeps something in it.
    }
    return true;
  }

  /** The recipe with all defaults filled in. */
  public Path recipe() {
    return root.resolve("recipe.yaml");
  }

  /** Where the corpora were, for resuming. */
  public Path request() {
    return root.resolve("request.json");
  }

  /** On what machine and with which software and data. */
  public Path environment() {
    return root.resolve("environment.json");
  }

  /** How the run stands. */
  public Path status() {
    return root.resolve("run.json");
  }

  /** A row for each epoch. */
  public Path metrics() {
    return root.resolve("metrics.csv");
  }

  /** A row for each clip that was evaluated. */
  public Path predictions() {
    return root.resolve("predictions.csv");
  }

  /**
   * A row for each validation clip, judged before a classifier was fitted again on them: what may
   * be chosen by, such as the weights of a fusion.
   */
  public Path validationPredictions() {
    return root.resolve("validation.csv");
  }

  /** The figures for programs. */
  public Path evaluationJson() {
    return root.resolve("evaluation.json");
  }

  /** The figures for people. */
  public Path evaluationText() {
    return root.resolve("evaluation.txt");
  }

  /** A row for each clip that was not recognised, the most confident error first. */
  public Path errors() {
    return root.resolve("errors.csv");
  }

  /** The model. */
  public Path model() {
    return root.resolve("model.emotone");
  }

  /** The weights of the best epoch. */
  public Path weights() {
    return root.resolve("weights.safetensors");
  }

  /** What training needs to go on. */
  public Path checkpoints() {
    return root.resolve("checkpoints");
  }

  /** Writes a text in one step: a reader sees all of it or what was there before. */
  public static void write(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, text, StandardCharsets.UTF_8);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
