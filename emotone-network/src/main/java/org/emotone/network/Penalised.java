package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer whose weights (parameters of at least two dimensions, so no biases) are penalised or
 * limited while training. The layer itself computes as without, and its parameters keep their
 * names.
 *
 * @param layer the layer
 * @param l1 weight of the sum of absolute values in the loss
 * @param l2 weight of the sum of squares in the loss
 * @param maxNorm greatest norm of the weights that lead into one unit, 0 for no limit
 * @see Penalty
 */
public record Penalised(Layer layer, double l1, double l2, double maxNorm) implements Layer {

  /** Checks the ranges. */
  public Penalised {
    new Penalty(l1, l2, maxNorm);
  }

  /** A layer, or a list of layers, with what was left out (null) being 0. */
  @JsonCreator
  public static Penalised of(
      @JsonProperty(value = "layer", required = true)
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<Layer> layer,
      @JsonProperty("l1") @Nullable Double l1,
      @JsonProperty("l2") @Nullable Double l2,
      @JsonProperty("maxNorm") @Nullable Double maxNorm) {
    return new Penalised(
        Sequential.branch("layer", layer),
        l1 == null ? 0 : l1,
        l2 == null ? 0 : l2,
        maxNorm == null ? 0 : maxNorm);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    return operations.apply(layer, scope.penalised(new Penalty(l1, l2, maxNorm)), input);
  }
}
