package org.emotone.training.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.emotone.network.Network;
import org.emotone.network.Parameter;
import org.emotone.training.optimiser.GradientClip;
import org.emotone.training.optimiser.Steps;
import org.jspecify.annotations.Nullable;

/** All tensors that training changes. */
final class TrainingState implements AutoCloseable {

  private static final String WEIGHTS = "weights.";
  private static final String AVERAGE = "average.";
  private static final String SWA = "swa.";

  private final List<String> trainable;
  private final double decay;
  private final Weights weights;
  private final @Nullable Weights average;
  private final WeightAveraging averaging;
  private final @Nullable Weights swa;
  private final Steps optimiser;
  private final Penalties penalties;
  private final Phases phases;
  private double[] rates = new double[0];
  private int averaged;

  /**
   * Starts from weights, with moments of zero.
   *
   * @param stepsPerEpoch tells after which step a frozen parameter starts to learn
   */
  TrainingState(
      Network network,
      TrainerOptions options,
      Map<String, org.emotone.network.Tensor> first,
      int stepsPerEpoch) {
    this.phases = new Phases(options.fineTuning(), network);
    this.penalties = new Penalties(network);
    this.trainable =
        network.parameters().stream().filter(Parameter::trainable).map(Parameter::name).toList();
    this.decay = options.ema();
    this.weights = new Weights(network, first, true);
    this.average = decay == 0 ? null : new Weights(network, first, false);
    this.averaging = options.weightAveraging();
    this.swa = averaging.fromEpoch() == 0 ? null : new Weights(network, first, false);
    long[] began =
        Arrays.stream(phases.firstEpochs()).mapToLong(e -> (long) e * stepsPerEpoch).toArray();
    this.optimiser = Steps.of(options.optimiser(), weights.trainable(), began);
    startEpoch(0);
  }

  /** The weights that training moves. */
  Weights weights() {
    return weights;
  }

  /** The weights to be judged: an average if there is one. */
  Weights judged() {
    if (swa != null && averaged > 0) {
      return swa;
    }
    return average == null ? weights : average;
  }

  /**
   * Takes the weights at the end of an epoch into their mean, if it counts.
   *
   * @return whether it did, so that the mean needs statistics of its own
   */
  boolean endEpoch(int epoch) {
    if (swa == null || !averaging.averages(epoch)) {
      return false;
    }
    averaged++;
    swa.approach(weights, 1.0 / averaged);
    return true;
  }

  /** Steps taken so far. */
  long steps() {
    return optimiser.taken();
  }

  /** Freezes and unfreezes what the rules say of an epoch from 0. */
  void startEpoch(int epoch) {
    rates = phases.ratesOf(epoch);
    for (int i = 0; i < rates.length; i++) {
      weights.trainable().get(i).set_requires_grad(rates[i] > 0);
      if (swa != null) {
        swa.trainable().get(i).set_requires_grad(rates[i] > 0);
      }
    }
  }

  /** The weights that learn at present. */
  TensorVector learning() {
    TensorVector learning = new TensorVector();
    for (int i = 0; i < rates.length; i++) {
      if (rates[i] > 0) {
        learning.push_back(weights.trainable().get(i));
      }
    }
    return learning;
  }

  /** A loss and what the size of the weights adds to it. */
  Tensor penalised(Tensor loss) {
    return penalties.add(loss, weights);
  }

  /** Moves the weights by the gradients of those that learn, and the average after them. */
  void step(TensorVector gradients, double learningRate, GradientClip clip) {
    optimiser.step(gradients, learningRate, clip, rates);
    penalties.limit(weights);
    if (average != null) {
      double steps = optimiser.taken();
      average.approach(weights, 1 - Math.min(decay, (1 + steps) / (10 + steps)));
    }
  }

  /** A copy of everything, by kind and name. */
  Map<String, org.emotone.network.Tensor> snapshot() {
    Map<String, org.emotone.network.Tensor> snapshot = new LinkedHashMap<>();
    weights.values().forEach((name, value) -> snapshot.put(WEIGHTS + name, value));
    if (average != null) {
      average.values().forEach((name, value) -> snapshot.put(AVERAGE + name, value));
    }
    if (swa != null && averaged > 0) {
      swa.values().forEach((name, value) -> snapshot.put(SWA + name, value));
    }
    optimiser
        .moments()
        .forEach(
            (kind, tensors) -> {
              for (int i = 0; i < trainable.size(); i++) {
                snapshot.put(moment(kind, i), Tensors.fromTorch(tensors.get(i)));
              }
            });
    return snapshot;
  }

  /** Puts the snapshot of an epoch back. */
  void restore(Map<String, org.emotone.network.Tensor> snapshot, long steps, int epoch) {
    weights.set(kind(snapshot, WEIGHTS));
    if (average != null) {
      average.set(kind(snapshot, AVERAGE));
    }
    if (swa != null && averaging.averages(epoch)) {
      averaged = epoch - averaging.fromEpoch() + 1;
      swa.set(kind(snapshot, SWA));
    }
    optimiser
        .moments()
        .forEach(
            (kind, tensors) -> {
              for (int i = 0; i < trainable.size(); i++) {
                set(tensors.get(i), snapshot, moment(kind, i));
              }
            });
    optimiser.resume(steps);
  }

  private String moment(String kind, int i) {
    return kind + "." + trainable.get(i);
  }

  /** The judged weights of a snapshot, by the names of the network. */
  static Map<String, org.emotone.network.Tensor> judged(
      Map<String, org.emotone.network.Tensor> snapshot) {
    for (String prefix : List.of(SWA, AVERAGE)) {
      Map<String, org.emotone.network.Tensor> average = kind(snapshot, prefix);
      if (!average.isEmpty()) {
        return average;
      }
    }
    return kind(snapshot, WEIGHTS);
  }

  private static Map<String, org.emotone.network.Tensor> kind(
      Map<String, org.emotone.network.Tensor> snapshot, String prefix) {
    Map<String, org.emotone.network.Tensor> chosen = new LinkedHashMap<>();
    snapshot.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            chosen.put(name.substring(prefix.length()), value);
          }
        });
    return chosen;
  }

  private static void set(
      Tensor target, Map<String, org.emotone.network.Tensor> snapshot, String name) {
    Tensors.set(target, Objects.requireNonNull(snapshot.get(name), name));
  }

  @Override
  public void close() {
    weights.close();
    if (average != null) {
      average.close();
    }
    if (swa != null) {
      swa.close();
    }
    optimiser.close();
  }
}
