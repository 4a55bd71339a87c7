package org.emotone.batch;

import java.util.List;
import org.emotone.ModelBundle;

/**
 * A batch: what is done with which recordings, and where the table of results goes.
 *
 * @param work what is done
 * @param model what recognises; features do without, but the table is kept apart by it
 * @param inputs folders, patterns, tables of paths or tables of sound, as the engine names them
 * @param output the folder of the table, made if it is not there
 * @param settings how it is done
 */
public record BatchRequest(
    BatchWork work, ModelBundle model, List<String> inputs, String output, BatchSettings settings) {

  /** Takes a copy of the list. */
  public BatchRequest {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("a batch needs at least one input");
    }
  }
}
