package org.emotone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.run.RunRequest;
import org.emotone.training.study.Study;
import org.emotone.training.study.StudyFolder;
import org.emotone.training.study.StudyRun;

/**
 * One run of a study on another machine, which sees the folders of the study and of the corpora
 * under the same paths. What it leaves in its folder is what the study reads later.
 */
public final class StudyTask implements Function<String, String> {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Found by its name. */
  public StudyTask() {}

  /**
   * What a run is asked for, in words that travel.
   *
   * @param request where the corpora are
   */
  static String argument(StudyFolder folder, RunRequest request, StudyRun run) {
    ObjectNode argument = JSON.createObjectNode();
    argument.put("folder", folder.root().toAbsolutePath().toString());
    argument.put("run", run.name());
    argument.put("recipe", RecipeFile.write(run.recipe()));
    ObjectNode corpora = argument.putObject("corpora");
    request.corpora().forEach((id, path) -> corpora.put(id, path.toString()));
    return argument.toString();
  }

  /**
   * Runs it, if it has not been run; one at a time in a process, as LibTorch has one source of
   * randomness.
   *
   * @return nothing, or why it cannot be done, which is not for want of files
   */
  @Override
  public String apply(String argument) {
    synchronized (StudyTask.class) {
      try {
        run(JSON.readTree(argument));
        return "";
      } catch (TrainingException e) {
        if (e.isOfFiles()) {
          throw new IllegalStateException(e.getMessage());
        }
        return String.valueOf(e.getMessage());
      } catch (NoSuchFileException e) {
        throw new IllegalStateException(
            e.getFile()
                + ": a machine of the cluster does not see it; all of them need the folders of the"
                + " study and of the corpora under the same paths");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (RecipeException e) {
        throw new IllegalArgumentException(e.getMessage(), e);
      }
    }
  }

  private static void run(JsonNode asked) throws IOException, RecipeException {
    String name = asked.path("run").asText();
    StudyFolder folder = new StudyFolder(Path.of(asked.path("folder").asText()));
    Map<String, Path> corpora = new TreeMap<>();
    asked
        .path("corpora")
        .properties()
        .forEach(c -> corpora.put(c.getKey(), Path.of(c.getValue().asText())));
    Recipe recipe = RecipeFile.parse(name, asked.path("recipe").asText());
    RunRequest request = folder.readRequest().moved(corpora);
    try (RunProgress silent = new RunProgress(new PrintWriter(Writer.nullWriter()))) {
      Study study = new Study(TrainingOptions.training(silent), folder, request, silent);
      if (!study.finish(new StudyRun(name, recipe), new StopFlag())) {
        throw new IOException("the run " + name + " was stopped");
      }
    }
  }
}
