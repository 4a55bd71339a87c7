package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Per-channel energy normalisation (Wang et al., 2017), {@code [b][c][t]} of energies to the same:
 * {@code (E / (floor + M)^α + δ)^(1/r) − δ^(1/r)}, where {@code M} is {@code E} smoothed by {@code
 * Mₜ = (1 − s) Mₜ₋₁ + s Eₜ} from {@code M₀ = E₀}. α, δ, r and s of each channel are learned; α is
 * held to at most 1, r to at least 1, s in 0 … 1. Energies count as at least 1e-5, as in LEAF.
 *
 * @param alpha what α starts at, the strength of the gain control
 * @param smooth what s starts at
 * @param delta what δ starts at, the bias before the root
 * @param root what r starts at
 * @param floor added to the smoothed energy
 */
public record Pcen(double alpha, double smooth, double delta, double root, double floor)
    implements Layer {

  private static final double LEAST_ENERGY = 1e-5;

  /** Checks the ranges. */
  public Pcen {
    within("alpha", alpha, 0, 1);
    within("smooth", smooth, 0, 1);
    within("delta", delta, 0, 1e3);
    within("root", root, 1, 1e3);
    within("floor", floor, 0, 1);
  }

  private static void within(String field, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          field + " must be in [" + low + ", " + high + "], was " + value);
    }
  }

  /**
   * With what was left out (null) filled in as in LEAF: alpha 0.96, smooth 0.04, delta 2, root 2,
   * floor 1e-12.
   */
  @JsonCreator
  public static Pcen of(
      @JsonProperty("alpha") @Nullable Double alpha,
      @JsonProperty("smooth") @Nullable Double smooth,
      @JsonProperty("delta") @Nullable Double delta,
      @JsonProperty("root") @Nullable Double root,
      @JsonProperty("floor") @Nullable Double floor) {
    return new Pcen(
        alpha == null ? 0.96 : alpha,
        smooth == null ? 0.04 : smooth,
        delta == null ? 2 : delta,
        root == null ? 2 : root,
        floor == null ? 1e-12 : floor);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] shape = operations.shape(input);
    Shapes.requireRank(shape, 3);
    List<Long> channels = List.of(Shapes.known(shape, 1));
    T energy = operations.clamp(input, LEAST_ENERGY, Float.MAX_VALUE);
    T weight =
        operations.clamp(
            operations.parameter(
                scope.trained("smooth", channels, new Initialiser.Constant(smooth))),
            0,
            1);
    T gain = column(operations, scope, "alpha", channels, alpha, 0, 1);
    T bias = column(operations, scope, "delta", channels, delta, 0, Float.MAX_VALUE);
    T roots = column(operations, scope, "root", channels, root, 1, Float.MAX_VALUE);
    T level = operations.add(operations.smooth(energy, weight), operations.constant(floor));
    T levelled = operations.divide(energy, operations.power(level, gain));
    T exponent = operations.divide(operations.constant(1), roots);
    return operations.subtract(
        operations.power(operations.add(levelled, bias), exponent),
        operations.power(bias, exponent));
  }

  /** A parameter of each channel, held in a range, {@code [c][1]}. */
  private static <T> T column(
      Operations<T> operations,
      Scope scope,
      String name,
      List<Long> channels,
      double first,
      double low,
      double high) {
    Parameter parameter = scope.trained(name, channels, new Initialiser.Constant(first));
    return operations.unsqueeze(operations.clamp(operations.parameter(parameter), low, high), 1);
  }
}
