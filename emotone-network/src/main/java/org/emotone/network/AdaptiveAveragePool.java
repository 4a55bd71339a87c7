package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/**
 * Mean over as many windows as make a picture {@code [b][c][f][t]} of known size {@code
 * [b][c][height][width]}, as PyTorch's {@code AdaptiveAvgPool2d}: window {@code i} of {@code n}
 * goes from {@code ⌊i · extent / n⌋} to {@code ⌈(i + 1) · extent / n⌉}.
 *
 * @param height size of the output in frequency
 * @param width size of the output in time
 */
public record AdaptiveAveragePool(
    @JsonProperty(required = true) int height, @JsonProperty(required = true) int width)
    implements Layer {

  /** Checks the sizes. */
  public AdaptiveAveragePool {
    Windows.atLeast("height", height, 1);
    Windows.atLeast("width", width, 1);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] shape = operations.shape(input);
    Shapes.requireRank(shape, 4);
    T narrow = pooled(operations, input, shape[3], width);
    T turned = pooled(operations, operations.permute(narrow, 0, 1, 3, 2), shape[2], height);
    return operations.permute(turned, 0, 1, 3, 2);
  }

  /** Means over windows of the last dimension: a product with the matrix that takes them. */
  private static <T> T pooled(Operations<T> operations, T x, long extent, int size) {
    if (extent == Shapes.UNKNOWN) {
      throw new IllegalArgumentException(
          "must know the size of its input; put a layer before it that gives one, such as"
              + " {type: picture, height: 224, width: 224}");
    }
    if (extent == size) {
      return x;
    }
    int from = Math.toIntExact(extent);
    float[] means = new float[size * from];
    for (int i = 0; i < size; i++) {
      int start = (int) ((long) i * from / size);
      int end = (int) (((long) (i + 1) * from + size - 1) / size);
      Arrays.fill(means, i * from + start, i * from + end, 1f / (end - start));
    }
    Tensor matrix = new Tensor(new long[] {size, from}, means);
    return operations.dense(x, operations.constant(matrix), null);
  }
}
