package org.emotone.training.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.emotone.corpus.Utterance;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.run.Predictions;
import org.emotone.training.run.RunFolder;

/**
 * A finished cross-validation that takes part in a fusion.
 *
 * @param folder of the study
 * @param plan its seeds
 * @param recipe that all its runs come from
 */
record FusionBranch(StudyFolder folder, CrossValidation plan, Recipe recipe) {

  /**
   * Reads what the folder of a study says of itself.
   *
   * @throws TrainingException if there is no cross-validation in it, in one line
   */
  static FusionBranch read(Path root) throws IOException {
    StudyFolder folder = new StudyFolder(root);
    CrossValidation plan = folder.readPlan(CrossValidation.KIND, CrossValidation.class);
    return new FusionBranch(folder, plan, folder.readRecipe());
  }

  /** The classes in order. */
  List<String> classes() {
    return recipe.labels().toScheme().classes();
  }

  /** What a run answered on its test. */
  List<Judgement> test(String run, Map<String, Utterance> clips) throws IOException {
    return judgements(folder.run(run).predictions(), run, clips);
  }

  /** What a run answered on its validation. */
  List<Judgement> validation(String run, Map<String, Utterance> clips) throws IOException {
    return judgements(folder.run(run).validationPredictions(), run, clips);
  }

  private List<Judgement> judgements(Path file, String run, Map<String, Utterance> clips)
      throws IOException {
    RunFolder own = folder.run(run);
    if (!Files.isRegularFile(own.model())) {
      throw new TrainingException(
          own.root()
              + ": this run is not over; finish it with emotone cross-validate --resume "
              + folder.root());
    }
    if (!Files.isRegularFile(file)) {
      throw new TrainingException(
          file + " is missing: the run is of an older Emotone, or held out no validation clips");
    }
    return Predictions.read(file, classes(), clips);
  }
}
