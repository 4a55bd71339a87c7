package org.emotone.training.engine;

import java.util.List;
import java.util.Map;
import org.emotone.network.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What came of a {@link SequenceTrainer}.
 *
 * @param weights of the epoch with the least validation loss, by name
 * @param epochs that ended
 * @param interrupted whether it was stopped before the last
 */
public record SequenceResult(
    Map<String, Tensor> weights, List<SequenceEpoch> epochs, boolean interrupted) {

  /** The epoch whose weights these are; null if none ended. */
  public @Nullable SequenceEpoch best() {
    SequenceEpoch best = null;
    for (SequenceEpoch epoch : epochs) {
      if (best == null || epoch.validationLoss() < best.validationLoss()) {
        best = epoch;
      }
    }
    return best;
  }
}
