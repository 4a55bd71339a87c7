package org.emotone.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network that answers every frame: features {@code [batch][frames][coefficients]} of any length
 * to {@code [batch][outputs][frames]}, such as a mask over a spectrogram.
 *
 * @param root what is computed
 * @param coefficients features of a frame
 * @param outputs values for each frame
 */
public record SequenceNetwork(Layer root, int coefficients, int outputs) {

  /** Lengths that are tried; what strides leave of them would differ. */
  private static final int[] LENGTHS = {96, 97, 150, 151};

  /**
   * Checks that the layers fit together and keep the number of frames.
   *
   * @throws IllegalArgumentException naming the layer that does not fit
   */
  public SequenceNetwork {
    Windows.atLeast("coefficients", coefficients, 1);
    Windows.atLeast("outputs", outputs, 1);
    for (int frames : LENGTHS) {
      long[] shape =
          new ShapeInference().apply(root, Scope.ROOT, new long[] {1, frames, coefficients});
      if (!Arrays.equals(shape, new long[] {1, outputs, frames})) {
        throw new IllegalArgumentException(
            "the network must make [1][%d][%d] of %d frames, but makes %s"
                .formatted(outputs, frames, frames, Arrays.toString(shape)));
      }
    }
  }

  /** The parameters in the order of their first use. */
  public List<Parameter> parameters() {
    ShapeInference inference = new ShapeInference();
    forward(inference, new long[] {-1, -1, coefficients});
    return inference.parameters();
  }

  /** Number of values in all parameters. */
  public long size() {
    return parameters().stream().mapToLong(Parameter::size).sum();
  }

  /**
   * Interprets the network.
   *
   * @param features {@code [batch][frames][coefficients]}
   * @return {@code [batch][outputs][frames]}
   */
  public <T> T forward(Operations<T> operations, T features) {
    return operations.apply(root, Scope.ROOT, features);
  }

  /** First values of all parameters; the same for the same seed, name and shape. */
  public Map<String, Tensor> initial(long seed) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    parameters().forEach(parameter -> tensors.put(parameter.name(), parameter.draw(seed)));
    return tensors;
  }

  /** The same, but all that have several dimensions drawn in another way. */
  public Map<String, Tensor> initial(long seed, Initialiser weights) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Parameter own : parameters()) {
      Parameter parameter =
          own.shape().size() < 2
              ? own
              : new Parameter(own.name(), own.shape(), weights, own.trainable());
      tensors.put(parameter.name(), parameter.draw(seed));
    }
    return tensors;
  }
}
