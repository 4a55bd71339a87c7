package org.emotone.training.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotone.features.StrictJson;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunRequest;

/**
 * The folder of a study: what it is to do, and a folder for each of its runs.
 *
 * @param root the folder
 */
public record StudyFolder(Path root) {

  /** The recipe that all runs come from. */
  public Path recipe() {
    return root.resolve("recipe.yaml");
  }

  /** Where the corpora are. */
  public Path request() {
    return root.resolve("request.json");
  }

  /** The question, in a file whose name is its kind. */
  private Path plan(String kind) {
    return root.resolve(kind + ".json");
  }

  /** The folder of a run. */
  public RunFolder run(String name) {
    return new RunFolder(root.resolve("runs").resolve(name));
  }

  /**
   * Makes the folder.
   *
   * @param kind of study, such as {@code leak-gap}
   * @param plan a record that JSON can hold
   * @throws TrainingException if there is already something in it
   */
  public void create(String kind, Object plan, Recipe recipe, RunRequest request)
      throws IOException {
    new RunFolder(root).create();
    describe(kind, plan, recipe, request);
  }

  /**
   * Says what the study is, in a folder that may be there already or not.
   *
   * @param kind of study, such as {@code cross-validate}
   * @param plan a record that JSON can hold
   */
  public void describe(String kind, Object plan, Recipe recipe, RunRequest request)
      throws IOException {
    Files.createDirectories(root);
    RunFolder.write(plan(kind), StrictJson.writeIndented(plan));
    request.write(request());
    RunFolder.write(recipe(), RecipeFile.write(recipe));
  }

  /**
   * The plan that {@link #create} wrote.
   *
   * @throws TrainingException if the folder holds no study of that kind, in one line
   */
  public <T> T readPlan(String kind, Class<T> type) throws IOException {
    Path file = plan(kind);
    if (!Files.isRegularFile(file) || !Files.isRegularFile(recipe())) {
      throw new TrainingException(
          root
              + ": nothing to resume: there is no "
              + file.getFileName()
              + " and recipe.yaml in it, which emotone "
              + kind
              + " begins with");
    }
    try {
      return StrictJson.read(file.toString(), Files.readString(file), type);
    } catch (IllegalArgumentException e) {
      throw new TrainingException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The recipe that {@link #create} wrote. */
  public Recipe readRecipe() {
    try {
      return RecipeFile.read(recipe());
    } catch (RecipeException e) {
      throw new TrainingException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Where {@link #create} was told that the corpora are. */
  public RunRequest readRequest() throws IOException {
    return RunRequest.read(request());
  }
}
