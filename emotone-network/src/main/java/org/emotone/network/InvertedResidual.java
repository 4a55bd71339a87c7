package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The block of MobileNetV2 (Sandler et al., 2018), {@code [b][c][…]} to {@code [b][filters][…]}: a
 * pointwise convolution to {@code expansion · c} channels, one of each channel apart, and a
 * pointwise one to {@code filters}, each with batch normalisation, the first two with a rectifier
 * that stops at 6. The input is added where the shape stays. Parameters are named as in
 * torchvision.
 *
 * @param filters channels of the output
 * @param expansion 1 leaves the first convolution out
 * @param stride of the second convolution
 * @param kernel of the second convolution, odd
 */
public record InvertedResidual(int filters, int expansion, int stride, int kernel)
    implements Layer {

  /** Checks the sizes. */
  public InvertedResidual {
    Windows.atLeast("filters", filters, 1);
    Windows.atLeast("expansion", expansion, 1);
    Windows.atLeast("stride", stride, 1);
    Windows.atLeast("kernel", kernel, 1);
    if (kernel % 2 == 0) {
      throw new IllegalArgumentException("kernel must be odd, was " + kernel);
    }
  }

  /** With what was left out (null) filled in as in the paper: expansion 6, stride 1, kernel 3. */
  @JsonCreator
  public static InvertedResidual of(
      @JsonProperty(value = "filters", required = true) int filters,
      @JsonProperty("expansion") @Nullable Integer expansion,
      @JsonProperty("stride") @Nullable Integer stride,
      @JsonProperty("kernel") @Nullable Integer kernel) {
    return new InvertedResidual(
        filters,
        expansion == null ? 6 : expansion,
        stride == null ? 1 : stride,
        kernel == null ? 3 : kernel);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] shape = operations.shape(input);
    int rank = Convolved.rank(shape);
    int in = (int) Shapes.known(shape, 1);
    int wide = in * expansion;
    List<Layer> layers = new ArrayList<>();
    if (expansion > 1) {
      layers.add(new Sequential(Convolved.of(rank, wide, 1, 1, 1, Activation.Function.RELU6)));
    }
    layers.add(
        new Sequential(Convolved.of(rank, wide, kernel, stride, wide, Activation.Function.RELU6)));
    layers.addAll(Convolved.of(rank, filters, 1, 1, 1, Activation.Function.RELU6).subList(0, 2));
    T output = operations.apply(new Sequential(layers), scope.child("conv"), input);
    return stride == 1 && in == filters ? operations.add(input, output) : output;
  }
}
