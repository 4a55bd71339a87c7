package org.emotone.training.engine;

import java.util.Map;
import org.emotone.network.Tensor;

/**
 * What training starts from.
 *
 * @param resume whether to go on from the checkpoint, if there is one
 * @param weights first weights for the parameters whose name and shape match; the others are drawn
 */
public record Start(boolean resume, Map<String, Tensor> weights) {

  /** Drawn weights. */
  public static Start fresh() {
    return new Start(false, Map.of());
  }

  /** The weights of another training (fine-tuning). */
  public static Start from(Map<String, Tensor> weights) {
    return new Start(false, weights);
  }

  /** The same, but going on from the checkpoint if there is one. */
  public Start resuming() {
    return new Start(true, weights);
  }
}
