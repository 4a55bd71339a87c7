package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Layer normalisation over the channels (Ba et al., 2016): each step of {@code [b][c][t]}, each
 * place of {@code [b][c][f][t]} or each row of {@code [b][c]} apart; scale starts at 1, shift at 0.
 *
 * @param epsilon added to the variance
 */
public record LayerNorm(double epsilon) implements Layer {

  /** Checks the range. */
  public LayerNorm {
    if (!(epsilon > 0 && epsilon < 1)) {
      throw new IllegalArgumentException("epsilon must be in (0, 1), was " + epsilon);
    }
  }

  /** A normalisation whose epsilon, left out (null), is PyTorch's, 1e-5. */
  @JsonCreator
  public static LayerNorm of(@JsonProperty("epsilon") @Nullable Double epsilon) {
    return new LayerNorm(epsilon == null ? 1e-5 : epsilon);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] shape = operations.shape(input);
    Shapes.requireRankAtLeast(shape, 2);
    List<Long> channels = List.of(Shapes.known(shape, 1));
    T weight = operations.parameter(scope.trained("weight", channels, Initialiser.ONES));
    T bias = operations.parameter(scope.trained("bias", channels, Initialiser.ZEROS));
    int last = shape.length - 1;
    if (last == 1) {
      return operations.layerNorm(input, weight, bias, epsilon);
    }
    int[] there =
        IntStream.rangeClosed(0, last).map(d -> d == 0 ? 0 : d == last ? 1 : d + 1).toArray();
    int[] back =
        IntStream.rangeClosed(0, last).map(d -> d == 0 ? 0 : d == 1 ? last : d - 1).toArray();
    T normal = operations.layerNorm(operations.permute(input, there), weight, bias, epsilon);
    return operations.permute(normal, back);
  }
}
