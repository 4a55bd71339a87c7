package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The block of GoogLeNet (Szegedy et al., 2015), {@code [b][c][…]} to {@code [b][one + three + five
 * + pool][…]}: four branches side by side, a pointwise convolution, one of width 3 and one of width
 * 5 after a pointwise one each, and a pointwise one after a maximum over 3. Every convolution is
 * followed by batch normalisation (Ioffe and Szegedy, 2015) and a rectifier.
 *
 * @param one channels of the pointwise branch
 * @param threeReduce channels before the convolution of width 3
 * @param three channels of the convolution of width 3
 * @param fiveReduce channels before the convolution of width 5
 * @param five channels of the convolution of width 5
 * @param pool channels after the maximum
 */
public record Inception(
    @JsonProperty(required = true) int one,
    @JsonProperty(required = true) int threeReduce,
    @JsonProperty(required = true) int three,
    @JsonProperty(required = true) int fiveReduce,
    @JsonProperty(required = true) int five,
    @JsonProperty(required = true) int pool)
    implements Layer {

  /** Checks the sizes. */
  public Inception {
    Windows.atLeast("one", one, 1);
    Windows.atLeast("threeReduce", threeReduce, 1);
    Windows.atLeast("three", three, 1);
    Windows.atLeast("fiveReduce", fiveReduce, 1);
    Windows.atLeast("five", five, 1);
    Windows.atLeast("pool", pool, 1);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    int rank = Convolved.rank(operations.shape(input));
    List<Integer> window = Collections.nCopies(rank - 2, 3);
    List<Integer> once = Collections.nCopies(rank - 2, 1);
    MaxPool maximum = new MaxPool(window, once, once);
    Parallel branches =
        Parallel.of(
            List.of(
                convolved(rank, one, 1),
                joined(convolved(rank, threeReduce, 1), convolved(rank, three, 3)),
                joined(convolved(rank, fiveReduce, 1), convolved(rank, five, 5)),
                joined(List.of(maximum), convolved(rank, pool, 1))),
            null);
    return branches.forward(operations, scope, input);
  }

  private static List<Layer> convolved(int rank, int filters, int kernel) {
    return Convolved.of(rank, filters, kernel, 1, 1, Activation.Function.RELU);
  }

  private static List<Layer> joined(List<Layer> first, List<Layer> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
