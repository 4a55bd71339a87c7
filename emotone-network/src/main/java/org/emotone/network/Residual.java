package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sum of two branches of the same shape (He et al., 2016).
 *
 * @param body the branch that computes
 * @param shortcut what the input passes through on its way around, null for nothing; needed where
 *     the body changes the shape
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Residual(Layer body, @Nullable Layer shortcut) implements Layer {

  /** Branches given as lists of layers, as JSON may spell them; a single layer stays itself. */
  @JsonCreator
  public static Residual of(
      @JsonProperty(value = "body", required = true)
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<Layer> body,
      @JsonProperty("shortcut") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Layer> shortcut) {
    return new Residual(
        Sequential.branch("body", body),
        shortcut == null ? null : Sequential.branch("shortcut", shortcut));
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    T through = operations.apply(body, scope.child("body"), input);
    T around =
        shortcut == null ? input : operations.apply(shortcut, scope.child("shortcut"), input);
    Shapes.requireSame(
        "the body gives", operations.shape(through), "the way around it", operations.shape(around));
    return operations.add(through, around);
  }
}
