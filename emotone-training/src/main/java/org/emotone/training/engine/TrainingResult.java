package org.emotone.training.engine;

import java.util.List;
import java.util.Map;
import org.emotone.network.Tensor;

/**
 * What training came to.
 *
 * @param weights of the best epoch, by the names of the network's parameters; the first ones if no
 *     epoch ended
 * @param bestEpoch from 1, 0 if no epoch ended
 * @param history of all epochs that ended, in order
 * @param interrupted whether it was stopped from outside before it was finished
 */
public record TrainingResult(
    Map<String, Tensor> weights, int bestEpoch, List<EpochMetrics> history, boolean interrupted) {

  /** Copies the list. */
  public TrainingResult {
    history = List.copyOf(history);
  }
}
