package org.emotone.batch;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Does batches, on one machine or on many. */
public interface BatchEngine {

  /** The engine on the class path; empty if there is none. */
  static Optional<BatchEngine> find() {
    return ServiceLoader.load(BatchEngine.class).findFirst();
  }

  /**
   * Does what is asked for, but for the recordings that the table already holds. A recording that
   * cannot be heard is a row of the table that says why.
   *
   * @return what the table says was done
   * @throws IOException if the inputs cannot be listed, the model cannot be used, or the table
   *     cannot be written; the message is one line for the user
   */
  BatchProgress run(BatchRequest request, BatchListener listener) throws IOException;

  /**
   * Runs a function for each of its arguments, each once or, where a machine was lost, again.
   *
   * @param function name of a class with a public constructor without arguments that implements
   *     {@code java.util.function.Function<String, String>}; on the class path of all machines
   * @param arguments what it is applied to
   * @param options of the engine by name
   * @param listener hears each answer when it is there
   * @return what it gave, in the order of the arguments
   * @throws IOException if it throws, with its message
   */
  List<String> map(
      String function,
      List<String> arguments,
      Map<String, String> options,
      MappingListener listener)
      throws IOException;
}
