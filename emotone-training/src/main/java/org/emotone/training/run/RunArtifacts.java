package org.emotone.training.run;

import java.io.IOException;

/** Adds to the folder of a finished run what its caller wants in it, such as pictures. */
@FunctionalInterface
public interface RunArtifacts {

  /** Adds nothing. */
  RunArtifacts NONE = run -> {};

  /**
   * Writes into {@code run.folder()}. The model is already there: a failure is noted and does not
   * end the run.
   */
  void write(RunRecord run) throws IOException;
}
