package org.emotone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
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

  /** What a run is asked for, in words that travel. */
  static String argument(StudyFolder folder, StudyRun run) {
    ObjectNode argument = JSON.createObjectNode();
    argument.put("folder", folder.root().toAbsolutePath().toString());
    argument.put("run", run.name());
    argument.put("recipe", RecipeFile.write(run.recipe()));
    return argument.toString();
  }

  /**
   * Runs it, if it has not been run; one at a time in a process, as LibTorch has one source of
   * randomness.
   *
   * @return the name of the run, or why it cannot be done
   */
  @Override
  public String apply(String argument) {
    synchronized (StudyTask.class) {
      try (RunProgress silent = new RunProgress(new PrintWriter(Writer.nullWriter()))) {
        JsonNode asked = JSON.readTree(argument);
        String name = asked.path("run").asText();
        StudyFolder folder = new StudyFolder(Path.of(asked.path("folder").asText()));
        Recipe recipe = RecipeFile.parse(name, asked.path("recipe").asText());
        RunRequest request = folder.readRequest();
        new Study(TrainingOptions.training(silent), folder, request, silent)
            .run(new StudyRun(name, recipe), new StopFlag());
        return name;
      } catch (TrainingException e) {
        // The study comes to this run in its turn, fails in the same way, and says so.
        return String.valueOf(e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (RecipeException e) {
        throw new IllegalArgumentException(e.getMessage(), e);
      }
    }
  }
}
