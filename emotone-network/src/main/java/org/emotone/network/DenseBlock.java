package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The block of DenseNet (Huang et al., 2017), {@code [b][c][…]} to {@code [b][c + layers ·
 * growth][…]}: every layer sees the input and all layers before it. A layer is batch normalisation,
 * a rectifier, a pointwise convolution to {@code bottleneck · growth} channels, and the same again
 * with a convolution of width 3 to {@code growth} channels. Parameters are named as in torchvision.
 *
 * @param layers how many
 * @param growth channels that each adds
 * @param bottleneck channels between its convolutions, in multiples of the growth
 */
public record DenseBlock(int layers, int growth, int bottleneck) implements Layer {

  /** Checks the sizes. */
  public DenseBlock {
    Windows.atLeast("layers", layers, 1);
    Windows.atLeast("growth", growth, 1);
    Windows.atLeast("bottleneck", bottleneck, 1);
  }

  /** With what was left out (null) filled in as in the paper: growth 32, bottleneck 4. */
  @JsonCreator
  public static DenseBlock of(
      @JsonProperty(value = "layers", required = true) int layers,
      @JsonProperty("growth") @Nullable Integer growth,
      @JsonProperty("bottleneck") @Nullable Integer bottleneck) {
    return new DenseBlock(
        layers, growth == null ? 32 : growth, bottleneck == null ? 4 : bottleneck);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    int rank = Convolved.rank(operations.shape(input));
    T x = input;
    for (int i = 1; i <= layers; i++) {
      T added = operations.apply(layer(rank), scope.child("denselayer" + i), x);
      x = operations.concatenate(List.of(x, added), 1);
    }
    return x;
  }

  private Stages layer(int rank) {
    Activation relu = new Activation(Activation.Function.RELU);
    Map<String, Layer> stages = new LinkedHashMap<>();
    stages.put("norm1", BatchNorm.of(null, null));
    stages.put("relu1", relu);
    stages.put("conv1", convolution(rank, bottleneck * growth, 1));
    stages.put("norm2", BatchNorm.of(null, null));
    stages.put("relu2", relu);
    stages.put("conv2", convolution(rank, growth, 3));
    return new Stages(stages);
  }

  private static Layer convolution(int rank, int filters, int kernel) {
    return Convolved.of(rank, filters, kernel, 1, 1, Activation.Function.RELU).get(0);
  }
}
