package org.emotone.training.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.run.Environment;
import org.emotone.training.run.MetricsLog;
import org.emotone.training.run.Mistakes;
import org.emotone.training.run.Mistakes.Mistake;
import org.emotone.training.run.Predictions;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * A run as its folder tells of it, in whatever state it is.
 *
 * @param folder its files
 * @param recipe what it does
 * @param status how it stands
 * @param environment with what it was done last; null if it has not come so far
 * @param history of the epochs that ended
 * @param evaluation its figures; null if it is not finished, or had nothing to be measured on
 */
public record RecordedRun(
    RunFolder folder,
    Recipe recipe,
    RunStatus status,
    @Nullable Environment environment,
    List<EpochMetrics> history,
    @Nullable Evaluation evaluation) {

  /** Without these an evaluation is one of another version. */
  private static final List<String> PARTS =
      List.of("conditions", "classes", "confusion", "groups", "reliability", "curves");

  /** Copies the list. */
  public RecordedRun {
    history = List.copyOf(history);
  }

  /**
   * Reads the folder of a run.
   *
   * @throws TrainingException if there is no run in it, or one that cannot be read, in one line
   * @throws IOException if a file cannot be read
   */
  public static RecordedRun read(Path root) throws IOException {
    RunFolder folder = new RunFolder(root);
    if (!isRun(root)) {
      throw new TrainingException(
          root + ": no run of Emotone: there is no recipe.yaml and run.json in it");
    }
    try {
      Recipe recipe = RecipeFile.read(folder.recipe());
      return new RecordedRun(
          folder,
          recipe,
          RunStatus.read(folder.status()),
          Files.exists(folder.environment()) ? Environment.read(folder.environment()) : null,
          Files.exists(folder.metrics())
              ? MetricsLog.read(folder.metrics(), recipe.training().epochs())
              : List.of(),
          evaluation(folder.evaluationJson()));
    } catch (RecipeException e) {
      throw new TrainingException(String.valueOf(e.getMessage()), e);
    }
  }

  private static @Nullable Evaluation evaluation(Path file) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    String json = Files.readString(file);
    try {
      JsonNode tree = new ObjectMapper().readTree(json);
      for (String part : PARTS) {
        if (!tree.has(part)) {
          throw new TrainingException(unreadable(file, "it has no '" + part + "'"));
        }
      }
      return Evaluation.fromJson(json);
    } catch (JsonProcessingException e) {
      throw new TrainingException(unreadable(file, e.getOriginalMessage()), e);
    }
  }

  private static String unreadable(Path file, String why) {
    return "%s: is no evaluation of this version of Emotone: %s; resuming the run measures anew"
        .formatted(file, why);
  }

  /** Whether a folder is one of a run. */
  public static boolean isRun(Path folder) {
    RunFolder run = new RunFolder(folder);
    return Files.isRegularFile(run.recipe()) && Files.isRegularFile(run.status());
  }

  /**
   * The folders of runs at or below a folder, as many levels down as {@code depth}; what lies in a
   * run is not looked through.
   */
  public static List<Path> find(Path root, int depth) throws IOException {
    if (isRun(root)) {
      return List.of(root);
    }
    List<Path> found = new ArrayList<>();
    if (depth > 0) {
      List<Path> below;
      try (Stream<Path> content = Files.list(root)) {
        below = content.filter(Files::isDirectory).sorted().toList();
      }
      for (Path folder : below) {
        found.addAll(find(folder, depth - 1));
      }
    }
    return found;
  }

  /** Name of the folder, which tells runs apart. */
  public String name() {
    Path name = folder.root().toAbsolutePath().normalize().getFileName();
    return name == null ? folder.root().toString() : name.toString();
  }

  /** The epoch that was kept; of a run that is not finished, the best so far; 0 for none. */
  public int bestEpoch() {
    if (status.bestEpoch() > 0 && status.bestEpoch() <= history.size()) {
      return status.bestEpoch();
    }
    int best = 0;
    for (int epoch = 1; epoch <= history.size(); epoch++) {
      if (best == 0
          || history.get(epoch - 1).validationUar() > history.get(best - 1).validationUar()) {
        best = epoch;
      }
    }
    return best;
  }

  /** How long its epochs took together, in seconds. */
  public double seconds() {
    return history.stream().mapToDouble(EpochMetrics::seconds).sum();
  }

  /** Clip by clip what was answered; empty if there is no {@code predictions.csv}. */
  public List<Judgement> judgements() throws IOException {
    Evaluation own = evaluation;
    return own == null || !Files.exists(folder.predictions())
        ? List.of()
        : Predictions.read(folder.predictions(), own.confusion().labels(), Map.of());
  }

  /** The clips that were not recognised, the most confident error first. */
  public List<Mistake> mistakes() throws IOException {
    return Files.exists(folder.errors()) ? Mistakes.read(folder.errors()) : List.of();
  }
}
