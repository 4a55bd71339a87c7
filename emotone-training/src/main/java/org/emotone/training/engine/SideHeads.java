package org.emotone.training.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.emotone.network.Dense;
import org.emotone.network.Layer;
import org.emotone.network.Network;
import org.emotone.network.Parameter;
import org.emotone.network.Penalised;
import org.emotone.network.Sequential;
import org.emotone.network.Tensor;

/**
 * The network that is trained where there are {@link SideTask}s: the last dense layer has further
 * outputs, which are further rows of its weights, and are cut off when training is over. So all of
 * training, its checkpoints and the exporter need to know nothing of them.
 */
final class SideHeads {

  private final Network plain;
  private final Network wide;

  /**
   * Widens a network.
   *
   * @param outputs further ones, 0 for none
   * @throws TrainingException if it does not end in a dense layer
   */
  SideHeads(Network plain, int outputs) {
    this.plain = plain;
    this.wide = outputs == 0 ? plain : widened(plain, outputs);
  }

  private static Network widened(Network plain, int outputs) {
    if (plain.root() instanceof Sequential all) {
      List<Layer> layers = new ArrayList<>(all.layers());
      int classes = plain.classes() + outputs;
      layers.set(layers.size() - 1, dense(layers.get(layers.size() - 1), classes));
      return new Network(new Sequential(layers), plain.coefficients(), classes);
    }
    throw noDense();
  }

  private static Layer dense(Layer last, int units) {
    if (last instanceof Penalised penalised) {
      return new Penalised(
          dense(penalised.layer(), units), penalised.l1(), penalised.l2(), penalised.maxNorm());
    }
    if (last instanceof Dense) {
      return new Dense(units);
    }
    throw noDense();
  }

  private static TrainingException noDense() {
    return new TrainingException(
        "training.sideTasks needs a network whose last layer is {type: dense}, from whose input"
            + " the further tasks are told, too");
  }

  /** The network to be trained. */
  Network wide() {
    return wide;
  }

  /**
   * Weights of the trained network: those given, with the rows that they lack from {@code wide}.
   */
  Map<String, Tensor> widen(Map<String, Tensor> given, Map<String, Tensor> drawn) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    drawn.forEach((name, value) -> weights.put(name, over(value, of(given, name))));
    return weights;
  }

  private static Tensor of(Map<String, Tensor> weights, String name) {
    return Objects.requireNonNull(weights.get(name), name);
  }

  private static Tensor over(Tensor wide, Tensor narrow) {
    float[] values = wide.values().clone();
    System.arraycopy(narrow.values(), 0, values, 0, narrow.values().length);
    return new Tensor(wide.shape(), values);
  }

  /** Weights of the plain network: the first rows. */
  Map<String, Tensor> narrow(Map<String, Tensor> weights) {
    if (wide.equals(plain)) {
      return weights;
    }
    Map<String, Tensor> narrow = new LinkedHashMap<>();
    for (Parameter parameter : plain.parameters()) {
      long[] shape = parameter.shape().stream().mapToLong(Long::longValue).toArray();
      float[] values = of(weights, parameter.name()).values();
      narrow.put(
          parameter.name(),
          new Tensor(shape, Arrays.copyOf(values, Math.toIntExact(parameter.size()))));
    }
    return narrow;
  }
}
