package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weighted mean of each channel over windows whose weights are a learned bell, the second stage of
 * LEAF (Zeghidour et al., 2021, section 3.2): {@code [b][c][t]} to {@code [b][c][⌈t / stride⌉]}.
 * The bell {@code e^(−½ (n / (σ · ½ (kernel − 1)))²)} of each channel, {@code n} from the middle,
 * has the learned width σ, held in 2 / kernel … 0.5; it is not brought to a sum of one, as in
 * LEAF's reference code. Windows are centred on every {@code stride}-th step.
 *
 * @param kernel taps, odd
 * @param stride steps between windows
 * @param width what σ starts at
 */
public record GaussianPool(int kernel, int stride, double width) implements Layer {

  /** Checks the ranges. */
  public GaussianPool {
    Windows.atLeast("kernel", kernel, 5);
    Windows.atLeast("stride", stride, 1);
    if (kernel % 2 == 0) {
      throw new IllegalArgumentException("kernel must be odd, was " + kernel);
    }
    if (!(width > 0 && width <= 0.5)) {
      throw new IllegalArgumentException("width must be in (0, 0.5], was " + width);
    }
  }

  /**
   * A pool with what was left out (null) filled in as in LEAF: 401 taps every 160 steps, width 0.4,
   * which is much like a Hann window.
   */
  @JsonCreator
  public static GaussianPool of(
      @JsonProperty("kernel") @Nullable Integer kernel,
      @JsonProperty("stride") @Nullable Integer stride,
      @JsonProperty("width") @Nullable Double width) {
    return new GaussianPool(
        kernel == null ? 401 : kernel, stride == null ? 160 : stride, width == null ? 0.4 : width);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] shape = operations.shape(input);
    Shapes.requireRank(shape, 3);
    long channels = Shapes.known(shape, 1);
    T widths =
        operations.clamp(
            operations.parameter(
                scope.trained("width", List.of(channels, 1L), new Initialiser.Constant(width))),
            2.0 / kernel,
            0.5);
    T middle = operations.constant(0.5 * (kernel - 1));
    T ratio =
        operations.divide(
            operations.constant(Waveforms.taps(kernel)), operations.multiply(widths, middle));
    T bell =
        operations.elementwise(
            operations.multiply(operations.multiply(ratio, ratio), operations.constant(-0.5)),
            Arithmetic.Elementwise.EXPONENTIAL);
    return operations.convolution(
        input,
        operations.unsqueeze(bell, 1),
        null,
        List.of(stride),
        List.of(kernel / 2),
        List.of(1),
        Math.toIntExact(channels));
  }
}
