package org.emotone.training.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.emotone.network.Parameter;
import org.emotone.network.SequenceNetwork;
import org.emotone.training.optimiser.Steps;

/** The tensors that a {@link SequenceTrainer} changes. */
final class SequenceState implements AutoCloseable {

  private final SequenceNetwork network;
  private final SequenceOptions options;
  private final SequenceLoss loss;
  private final List<String> trainable;
  private final Weights weights;
  private final Steps optimiser;

  SequenceState(
      SequenceNetwork network,
      SequenceOptions options,
      SequenceLoss loss,
      Map<String, org.emotone.network.Tensor> first) {
    this.network = network;
    this.options = options;
    this.loss = loss;
    List<Parameter> parameters = network.parameters();
    this.trainable = parameters.stream().filter(Parameter::trainable).map(Parameter::name).toList();
    this.weights = new Weights(parameters, first, true);
    this.optimiser = Steps.of(options.optimiser(), weights.trainable());
  }

  long steps() {
    return optimiser.taken();
  }

  /** Moves the weights by a batch; gives its loss before. */
  double step(SequenceBatch batch, double learningRate) {
    try (PointerScope scope = new PointerScope()) {
      Tensor value = loss.of(answers(batch, true), batch);
      double number = value.item_double();
      if (!Double.isFinite(number)) {
        return number;
      }
      TensorVector learning = new TensorVector(weights.trainable().toArray(Tensor[]::new));
      TensorVector gradients = torch.grad(new TensorVector(value), learning);
      optimiser.step(gradients, learningRate, options.clip());
      limit();
      return number;
    }
  }

  /** The loss of a batch. */
  double loss(SequenceBatch batch) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      return loss.of(answers(batch, false), batch).item_double();
    }
  }

  private Tensor answers(SequenceBatch batch, boolean training) {
    Tensor features =
        Tensors.create(batch.features(), batch.size(), batch.frames(), network.coefficients());
    return network.forward(new TorchOperations(weights.tensors(), training), features);
  }

  /** Shrinks kernels whose taps have too great a norm. */
  private void limit() {
    if (options.maxNorm() == 0) {
      return;
    }
    try (NoGradGuard guard = new NoGradGuard()) {
      for (Tensor tensor : weights.trainable()) {
        if (tensor.dim() > 2) {
          Tensor squares =
              torch.sum(tensor.mul(tensor), new long[] {-1}, true, new ScalarTypeOptional());
          Tensor norms = squares.sqrt().clamp_min(new Scalar(options.maxNorm()));
          tensor.mul_(norms.reciprocal().mul(new Scalar(options.maxNorm())));
        }
      }
    }
  }

  /** A copy of the weights. */
  Map<String, org.emotone.network.Tensor> values() {
    return weights.values();
  }

  /** A copy of everything but the best weights, by kind and name. */
  Map<String, org.emotone.network.Tensor> snapshot() {
    Map<String, org.emotone.network.Tensor> snapshot = new LinkedHashMap<>();
    weights
        .values()
        .forEach((name, value) -> snapshot.put(SequenceCheckpoint.WEIGHTS + name, value));
    optimiser
        .moments()
        .forEach(
            (kind, tensors) -> {
              for (int i = 0; i < trainable.size(); i++) {
                snapshot.put(kind + "." + trainable.get(i), Tensors.fromTorch(tensors.get(i)));
              }
            });
    return snapshot;
  }

  /** Goes on from a checkpoint. */
  void restore(SequenceCheckpoint checkpoint) {
    weights.set(checkpoint.kind(SequenceCheckpoint.WEIGHTS));
    optimiser
        .moments()
        .forEach(
            (kind, tensors) -> {
              for (int i = 0; i < trainable.size(); i++) {
                String name = kind + "." + trainable.get(i);
                Tensors.set(
                    tensors.get(i), Objects.requireNonNull(checkpoint.tensors().get(name), name));
              }
            });
    optimiser.resume(checkpoint.steps());
  }

  @Override
  public void close() {
    weights.close();
    optimiser.close();
  }
}
