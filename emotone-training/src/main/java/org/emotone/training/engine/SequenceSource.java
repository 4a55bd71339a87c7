package org.emotone.training.engine;

import java.io.IOException;

/** Makes batches as they are needed; the same for the same arguments. */
@FunctionalInterface
public interface SequenceSource {

  /**
   * A batch.
   *
   * @param epoch from 1; 0 for validation, whose batches are the same in every epoch
   * @param step of the epoch, from 1
   * @throws IOException if what it is made of cannot be read; the message is for the user
   */
  SequenceBatch batch(int epoch, int step) throws IOException;
}
