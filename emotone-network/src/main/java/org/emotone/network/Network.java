package org.emotone.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A classifier of feature matrices of any length: {@code [batch][frames][coefficients]} to logits
 * {@code [batch][classes]}.
 *
 * @param root what is computed
 * @param coefficients features of a frame
 * @param classes classes to tell apart
 */
public record Network(Layer root, int coefficients, int classes) {

  /** Lengths above the shortest that are tried; strides multiply to less than this. */
  private static final int LENGTHS_TRIED = 128;

  private static final int LONGEST_MINIMUM = 1 << 24;

  /**
   * Checks that the layers fit together for every length of the input.
   *
   * @throws IllegalArgumentException naming the layer that does not
   */
  public Network {
    Windows.atLeast("coefficients", coefficients, 1);
    Windows.atLeast("classes", classes, 1);
    long[] output = new ShapeInference().apply(root, Scope.ROOT, new long[] {-1, -1, coefficients});
    if (!Arrays.equals(output, new long[] {-1, classes})) {
      throw new IllegalArgumentException(
          "the network must end in [batch][classes], [-1, "
              + classes
              + "], but gives "
              + Arrays.toString(output));
    }
    int shortest = minimumFrames(root, coefficients);
    for (int i = 0; i < LENGTHS_TRIED; i++) {
      fits(root, coefficients, shortest + i);
    }
  }

  /** The parameters in the order of their first use. */
  public List<Parameter> parameters() {
    return infer().parameters();
  }

  /** Number of values in all parameters. */
  public long size() {
    return parameters().stream().mapToLong(Parameter::size).sum();
  }

  /** The fewest frames that the network can take. */
  public int minimumFrames() {
    return minimumFrames(root, coefficients);
  }

  /** Whether the network takes inputs of more frames than these. */
  public boolean takesLongerThan(int frames) {
    try {
      new ShapeInference().apply(root, Scope.ROOT, new long[] {1, frames + 1, coefficients});
      return true;
    } catch (LayerException e) {
      if (e.getCause() instanceof TooLongException) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Whether {@link PaddedOperations} can interpret the network: every layer keeps padding apart.
   */
  public boolean takesPadding() {
    try {
      new PaddedOperations<>(new ShapeInference())
          .apply(
              root,
              Scope.ROOT,
              Padded.features(new long[] {-1, -1, coefficients}, new long[] {-1}));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Interprets the network.
   *
   * @param features {@code [batch][frames][coefficients]}
   * @return logits, {@code [batch][classes]}
   */
  public <T> T forward(Operations<T> operations, T features) {
    return operations.apply(root, Scope.ROOT, features);
  }

  /** First values of all parameters; the same for the same seed, name and shape. */
  public Map<String, Tensor> initial(long seed) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Parameter parameter : parameters()) {
      tensors.put(parameter.name(), parameter.draw(seed));
    }
    return tensors;
  }

  /**
   * Weights of a file under the names of this network: where it holds a stock {@link Architecture},
   * what torchvision calls a parameter of it; everything else as it is called.
   */
  public Map<String, Tensor> fromTorchvision(Map<String, Tensor> weights) {
    Map<String, Tensor> renamed = new LinkedHashMap<>(weights);
    ShapeInference inference = infer();
    for (ShapeInference.Step step : inference.steps()) {
      if (step.layer() instanceof Architecture architecture) {
        architecture
            .torchvision(step.scope(), inference.parameters())
            .forEach(
                (here, there) -> {
                  Tensor tensor = weights.get(there);
                  if (tensor != null) {
                    renamed.putIfAbsent(here, tensor);
                  }
                });
      }
    }
    return renamed;
  }

  /** A table of the layers, their output shapes and the sizes of their parameters. */
  public String summary() {
    return Summary.of(infer());
  }

  private ShapeInference infer() {
    ShapeInference inference = new ShapeInference();
    forward(inference, new long[] {-1, -1, coefficients});
    return inference;
  }

  private static int minimumFrames(Layer root, int coefficients) {
    int high = 1;
    while (!fits(root, coefficients, high)) {
      high *= 2;
      if (high > LONGEST_MINIMUM) {
        throw new IllegalArgumentException(
            "the network must take inputs of fewer than " + LONGEST_MINIMUM + " frames");
      }
    }
    int low = high / 2;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (fits(root, coefficients, middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** Whether an input is long enough; one that is too long is. */
  private static boolean fits(Layer root, int coefficients, int frames) {
    try {
      new ShapeInference().apply(root, Scope.ROOT, new long[] {1, frames, coefficients});
      return true;
    } catch (LayerException e) {
      if (e.getCause() instanceof TooShortException) {
        return false;
      }
      if (e.getCause() instanceof TooLongException) {
        return true;
      }
      throw new IllegalArgumentException(
          "with an input of " + frames + " frames, " + e.getMessage(), e);
    }
  }
}
