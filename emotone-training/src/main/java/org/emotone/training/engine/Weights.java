package org.emotone.training.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.emotone.network.Network;
import org.emotone.network.Parameter;

/**
 * All parameters of a network as LibTorch tensors, in the order in which the network declares them.
 *
 * <p>They outlive the scope in which they were made, until {@link #close}.
 */
final class Weights implements AutoCloseable {

  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final List<Tensor> trainable = new ArrayList<>();

  /** Takes every parameter of the network from {@code values}. */
  Weights(Network network, Map<String, org.emotone.network.Tensor> values, boolean gradients) {
    this(network.parameters(), values, gradients);
  }

  /** Takes every one of these parameters from {@code values}. */
  Weights(
      List<Parameter> parameters,
      Map<String, org.emotone.network.Tensor> values,
      boolean gradients) {
    for (Parameter parameter : parameters) {
      org.emotone.network.Tensor value = values.get(parameter.name());
      if (value == null || !fits(parameter, value)) {
        throw new TrainingException(
            "The weights do not fit the network: "
                + parameter.name()
                + " should have the shape "
                + parameter.shape()
                + " but "
                + (value == null ? "is missing" : "has " + Tensors.words(value)));
      }
      Tensor tensor = Tensors.keep(Tensors.toTorch(value));
      tensors.put(parameter.name(), tensor);
      if (parameter.trainable()) {
        tensor.set_requires_grad(gradients);
        trainable.add(tensor);
      }
    }
  }

  /** Whether a value can be that parameter's. */
  static boolean fits(Parameter parameter, org.emotone.network.Tensor value) {
    long[] shape = parameter.shape().stream().mapToLong(Long::longValue).toArray();
    return Arrays.equals(shape, value.shape());
  }

  /** One by name. */
  Tensor get(String name) {
    return Objects.requireNonNull(tensors.get(name), name);
  }

  /** All by name. */
  Map<String, Tensor> tensors() {
    return tensors;
  }

  /** Those that the optimiser moves. */
  List<Tensor> trainable() {
    return trainable;
  }

  /** Moves towards other weights of the same network by a fraction of the difference. */
  void approach(Weights other, double fraction) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      tensors.forEach((name, tensor) -> tensor.lerp_(other.get(name), new Scalar(fraction)));
    }
  }

  /** Overwrites all. */
  void set(Map<String, org.emotone.network.Tensor> values) {
    tensors.forEach(
        (name, tensor) -> Tensors.set(tensor, Objects.requireNonNull(values.get(name), name)));
  }

  /** A copy of the values. */
  Map<String, org.emotone.network.Tensor> values() {
    Map<String, org.emotone.network.Tensor> values = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> values.put(name, Tensors.fromTorch(tensor)));
    return values;
  }

  @Override
  public void close() {
    tensors.values().forEach(Tensor::releaseReference);
  }
}
