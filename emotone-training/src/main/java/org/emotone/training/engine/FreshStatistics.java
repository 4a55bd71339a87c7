package org.emotone.training.engine;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.global.torch;
import org.emotone.network.Network;

/** The running statistics of batch normalisation for averaged weights, which no batch ever saw. */
final class FreshStatistics {

  private FreshStatistics() {}

  /**
   * Replaces the statistics in {@code weights} by the means over the batches of an epoch (PyTorch's
   * {@code update_bn}); leaves off where stopping is asked for.
   */
  static void compute(
      Network network, Weights weights, Batches batches, int epoch, long seed, StopFlag stop) {
    if (weights.trainable().size() == weights.tensors().size()) {
      return;
    }
    torch.manual_seed(Seeds.of(seed, Seeds.Purpose.STATISTICS, epoch, 0));
    try (Prefetch prefetch = new Prefetch(batches, epoch)) {
      for (int step = 1; step <= batches.steps() && !stop.raised(); step++) {
        Batch batch = prefetch.next();
        try (PointerScope scope = new PointerScope();
            NoGradGuard guard = new NoGradGuard()) {
          Forward.logits(network, TorchOperations.averaging(weights.tensors(), step), batch);
        }
      }
    }
  }
}
