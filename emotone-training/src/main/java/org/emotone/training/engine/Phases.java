package org.emotone.training.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.emotone.network.Network;
import org.emotone.network.Parameter;

/** At which rate each trainable parameter of a network learns in each epoch. */
final class Phases {

  private final List<Phase> phases;
  private final List<String> names;
  private final double[][] rates;

  /**
   * Applies the rules to a network.
   *
   * @param phases one after the other; none trains everything throughout
   * @throws TrainingException if a rule names no layer of the network or a phase trains nothing
   */
  Phases(List<Phase> phases, Network network) {
    this.phases = phases.isEmpty() ? List.of(Phase.of(null, null)) : phases;
    this.names =
        network.parameters().stream().filter(Parameter::trainable).map(Parameter::name).toList();
    this.rates = new double[this.phases.size()][];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = rates(i);
    }
  }

  private double[] rates(int phase) {
    double[] factors = new double[names.size()];
    Arrays.fill(factors, 1);
    List<LayerRate> rules = phases.get(phase).rates();
    for (int r = 0; r < rules.size(); r++) {
      LayerRate rule = rules.get(r);
      int[] named =
          IntStream.range(0, names.size()).filter(i -> rule.names(names.get(i))).toArray();
      if (named.length == 0) {
        throw new TrainingException(
            "fineTuning["
                + phase
                + "].rates["
                + r
                + "]: the network has no layer with weights at '"
                + rule.path()
                + "'; paths are the first column of its summary, such as "
                + layer(names.get(0))
                + " or "
                + layer(names.get(names.size() - 1)));
      }
      int[] meant = rule.from() == null ? named : IntStream.range(named[0], names.size()).toArray();
      for (int i : meant) {
        factors[i] = rule.rate();
      }
    }
    if (Arrays.stream(factors).allMatch(factor -> factor == 0)) {
      throw new TrainingException(
          "fineTuning[" + phase + "]: every layer is frozen, so there is nothing to train");
    }
    return factors;
  }

  private static String layer(String parameter) {
    return parameter.substring(0, Math.max(0, parameter.lastIndexOf('.')));
  }

  /** The phase of an epoch, both from 0; the last one goes on for as long as training does. */
  int phase(int epoch) {
    int end = 0;
    for (int i = 0; i < phases.size() - 1; i++) {
      end += phases.get(i).epochs();
      if (phases.get(i).epochs() == 0 || epoch < end) {
        return i;
      }
    }
    return phases.size() - 1;
  }

  /** Factors of the learning rate in an epoch from 0, in the order of the trainable parameters. */
  double[] ratesOf(int epoch) {
    return rates[phase(epoch)].clone();
  }

  /** The epoch from 0 in which each parameter first learns. */
  int[] firstEpochs() {
    int[] first = new int[names.size()];
    for (int i = 0; i < first.length; i++) {
      int phase = 0;
      while (phase < rates.length - 1 && rates[phase][i] == 0) {
        first[i] += phases.get(phase).epochs();
        phase++;
      }
    }
    return first;
  }
}
