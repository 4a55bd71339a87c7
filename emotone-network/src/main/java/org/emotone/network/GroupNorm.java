package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Group normalisation (Wu and He, 2018): the channels of {@code [b][c][…]} in groups, each group of
 * a clip normalised over its channels and all trailing dimensions; scale starts at 1, shift at 0.
 * One group is layer normalisation over everything, as many groups as channels instance
 * normalisation.
 *
 * @param groups must divide the channels
 * @param epsilon added to the variance
 */
public record GroupNorm(int groups, double epsilon) implements Layer {

  /** Checks the ranges. */
  public GroupNorm {
    Windows.atLeast("groups", groups, 1);
    if (!(epsilon > 0 && epsilon < 1)) {
      throw new IllegalArgumentException("epsilon must be in (0, 1), was " + epsilon);
    }
  }

  /** A normalisation whose epsilon, left out (null), is PyTorch's, 1e-5. */
  @JsonCreator
  public static GroupNorm of(
      @JsonProperty(value = "groups", required = true) int groups,
      @JsonProperty("epsilon") @Nullable Double epsilon) {
    return new GroupNorm(groups, epsilon == null ? 1e-5 : epsilon);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] shape = operations.shape(input);
    Shapes.requireRankAtLeast(shape, 3);
    long channels = Convolution.channels(shape, groups);
    T split = operations.unflatten(input, 1, groups, (int) (channels / groups));
    int[] within = IntStream.rangeClosed(2, shape.length).toArray();
    T centred = operations.subtract(split, wide(operations, split, within));
    T variance = wide(operations, operations.multiply(centred, centred), within);
    T deviation = operations.squareRoot(operations.add(variance, operations.constant(epsilon)), 0);
    T normal = operations.flatten(operations.divide(centred, deviation), 1, 2);
    List<Long> size = List.of(channels);
    T weight = operations.parameter(scope.trained("weight", size, Initialiser.ONES));
    T bias = operations.parameter(scope.trained("bias", size, Initialiser.ZEROS));
    for (int d = 1; d < shape.length - 1; d++) {
      weight = operations.unsqueeze(weight, d);
      bias = operations.unsqueeze(bias, d);
    }
    return operations.add(operations.multiply(normal, weight), bias);
  }

  /** The mean over dimensions, which are kept with an extent of one. */
  private static <T> T wide(Operations<T> operations, T x, int... dimensions) {
    T mean = operations.mean(x, dimensions);
    for (int dimension : dimensions) {
      mean = operations.unsqueeze(mean, dimension);
    }
    return mean;
  }
}
