package org.emotone.training.engine;

import java.util.List;
import java.util.Map;
import org.emotone.features.FeatureMatrix;
import org.emotone.network.Network;
import org.emotone.network.Tensor;

/** Computes a trained network with LibTorch, on clips of any length. */
public final class Predictor implements AutoCloseable {

  private final Network network;
  private final Weights weights;

  /**
   * Loads weights.
   *
   * @throws TrainingException if LibTorch is missing or the weights do not fit the network
   */
  public Predictor(Network network, Map<String, Tensor> weights) {
    LibTorch.require(0);
    this.network = network;
    this.weights = new Weights(network, weights, false);
  }

  /** Logits of one clip, one per class. */
  public float[] logits(FeatureMatrix clip) {
    return logits(List.of(clip))[0];
  }

  /**
   * Logits {@code [clip][class]}. Clips of similar lengths share a batch; a clip's logits are those
   * it gets alone.
   */
  public float[][] logits(List<FeatureMatrix> clips) {
    return Inference.logits(network, weights.tensors(), clips);
  }

  @Override
  public void close() {
    weights.close();
  }
}
