package org.emotone.training.run;

import java.io.IOException;
import org.emotone.training.engine.EpochListener;
import org.emotone.training.recipe.Recipe;

/** Adds to the folder of a run what its caller wants in it, such as pictures and a report. */
@FunctionalInterface
public interface RunArtifacts {

  /** Adds nothing. */
  RunArtifacts NONE = run -> {};

  /**
   * Hears of the epochs of a run while it goes on, to write of them into its folder. The checkpoint
   * of an epoch is already there: a failure is noted and does not end the run.
   */
  default EpochListener during(RunFolder folder, Recipe recipe) {
    return EpochListener.SILENT;
  }

  /**
   * Writes into {@code run.folder()}. The model is already there: a failure is noted and does not
   * end the run.
   */
  void write(RunRecord run) throws IOException;
}
