package org.emotone.training.engine;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.emotone.network.Network;
import org.emotone.network.Padded;
import org.emotone.network.PaddedOperations;

/** Computes a network on a batch, whose padding it leaves out if there is any. */
final class Forward {

  private Forward() {}

  /**
   * Logits {@code [size][outputs]}, which belong to the open scope.
   *
   * @param operations with the network's weights
   */
  static Tensor logits(Network network, TorchOperations operations, Batch batch) {
    int coefficients = network.coefficients();
    int frames = batch.features().length / batch.size() / coefficients;
    Tensor features = Tensors.create(batch.features(), batch.size(), frames, coefficients);
    if (Arrays.stream(batch.lengths()).allMatch(length -> length == frames)) {
      return network.forward(operations, features);
    }
    float[] lengths = new float[batch.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = batch.lengths()[i];
    }
    return network
        .forward(
            new PaddedOperations<>(operations),
            Padded.features(features, Tensors.create(lengths, lengths.length)))
        .value();
  }
}
