package org.emotone.training.importance;

import java.io.IOException;
import org.emotone.training.run.Rows;

/** Where the rows of each seed come from; each seed may draw other validation speakers. */
@FunctionalInterface
public interface RowSource {

  /**
   * The rows.
   *
   * @param seed of the recipe that they are of
   */
  Rows rows(long seed) throws IOException, InterruptedException;
}
