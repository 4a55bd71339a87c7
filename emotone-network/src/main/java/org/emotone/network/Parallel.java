package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Branches that all take the same input.
 *
 * @param branches lists of layers; an empty list passes the input on as it is
 * @param join what becomes of their outputs
 */
public record Parallel(List<List<Layer>> branches, Join join) implements Layer {

  /** What becomes of the outputs of branches. */
  public enum Join {
    /** One after the other along the channels (dimension 1). */
    @JsonProperty("concatenate")
    CONCATENATE,
    /** Their sum. */
    @JsonProperty("add")
    ADD,
    /** Their product. */
    @JsonProperty("multiply")
    MULTIPLY
  }

  /** Copies the lists. */
  public Parallel {
    if (branches.isEmpty()
        || branches.stream().anyMatch(b -> b == null || b.stream().anyMatch(Objects::isNull))) {
      throw new IllegalArgumentException("branches must hold at least one list of layers");
    }
    branches = branches.stream().map(List::copyOf).toList();
  }

  /** Branches whose outputs, where join is left out (null), are concatenated. */
  @JsonCreator
  public static Parallel of(
      @JsonProperty(value = "branches", required = true) List<List<Layer>> branches,
      @JsonProperty("join") @Nullable Join join) {
    return new Parallel(branches, join == null ? Join.CONCATENATE : join);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    List<T> outputs = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      T x = input;
      for (int k = 0; k < branches.get(i).size(); k++) {
        x = operations.apply(branches.get(i).get(k), scope.child(i).child(k), x);
      }
      outputs.add(x);
    }
    return join == Join.CONCATENATE
        ? operations.concatenate(outputs, 1)
        : reduce(operations, outputs);
  }

  private <T> T reduce(Operations<T> operations, List<T> outputs) {
    T result = outputs.get(0);
    for (T other : outputs.subList(1, outputs.size())) {
      Shapes.requireSame(
          "one branch gives", operations.shape(result), "another", operations.shape(other));
      result =
          join == Join.ADD ? operations.add(result, other) : operations.multiply(result, other);
    }
    return result;
  }
}
