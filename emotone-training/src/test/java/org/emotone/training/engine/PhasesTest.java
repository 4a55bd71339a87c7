package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.emotone.network.Network;
import org.emotone.network.Parameter;
import org.emotone.network.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhasesTest {

  private static final LayerRate FROZEN = LayerRate.of("4", null, 0);

  @Test
  void theLastRuleThatSpeaksOfALayerCounts() {
    Network network = Samples.network();
    Phases phases =
        new Phases(List.of(Phase.of(null, List.of(LayerRate.of(null, "2", 0.5), FROZEN))), network);

    List<String> names =
        network.parameters().stream().filter(Parameter::trainable).map(Parameter::name).toList();
    double[] rates = phases.ratesOf(7);
    for (int i = 0; i < rates.length; i++) {
      String name = names.get(i);
      assertThat(rates[i])
          .as(name)
          .isEqualTo(name.startsWith("1.") ? 1 : name.startsWith("4.") ? 0 : 0.5);
    }
  }

  @Test
  void phasesFollowEachOtherAndTheLastGoesOn() {
    Phases phases =
        new Phases(
            List.of(Phase.of(2, List.of(FROZEN)), Phase.of(3, null), Phase.of(null, null)),
            Samples.network());

    assertThat(List.of(0, 1, 2, 4, 5, 90).stream().map(phases::phase))
        .containsExactly(0, 0, 1, 1, 2, 2);
    assertThat(phases.firstEpochs()).contains(0, 2).doesNotContain(5);
  }

  @Test
  void aPathThatNamesNoLayerIsRefusedWithExamples() {
    assertThatThrownBy(
            () ->
                new Phases(
                    List.of(Phase.of(null, List.of(LayerRate.of("features", null, 0)))),
                    Samples.network()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("fineTuning[0].rates[0]")
        .hasMessageContaining("'features'")
        .hasMessageContaining("such as 1 or 9");
    assertThatThrownBy(
            () ->
                new Phases(
                    List.of(Phase.of(null, List.of(LayerRate.of(null, "1", 0)))),
                    Samples.network()))
        .hasMessageContaining("nothing to train");
  }

  @Test
  void aFrozenLayerKeepsItsWeightsAndStatisticsUntilItsPhase(@TempDir Path folder) {
    Network network = Samples.network();
    Map<String, Tensor> first = network.initial(5);
    String common = "{epochs: %d, batchSize: 8, cropFrames: 20, threads: 1, fineTuning: %s}";
    String frozen = "[{epochs: 1, rates: [{layers: '1', rate: 0}, {layers: '2', rate: 0}]}, {}]";
    Map<String, Tensor> one = fit(network, first, common.formatted(1, frozen), folder.resolve("1"));
    Map<String, Tensor> two = fit(network, first, common.formatted(2, frozen), folder.resolve("2"));

    for (String name : List.of("1.weight", "2.weight", "2.runningMean", "2.runningVariance")) {
      assertThat(one.get(name)).as(name).isEqualTo(first.get(name));
      assertThat(two.get(name)).as(name).isNotEqualTo(first.get(name));
    }
    assertThat(one.get("9.weight")).isNotEqualTo(first.get("9.weight"));
  }

  @Test
  void penaltiesShrinkAndLimitTheWeightsOfTheirLayerAlone(@TempDir Path folder) {
    Network network =
        new Network(
            Samples.layer(
                "{type: sequential, layers: [{type: channels}, {type: penalised, maxNorm: 0.1,"
                    + " layer: {type: conv1d, filters: 6, kernel: 3}}, {type: statisticsPool},"
                    + " {type: penalised, l1: 10, layer: {type: dense, units: 3}}]}"),
            Samples.COEFFICIENTS,
            Samples.CLASSES);
    Map<String, Tensor> first = network.initial(5);
    Map<String, Tensor> after =
        fit(network, first, "{epochs: 3, batchSize: 8, cropFrames: 20, threads: 1}", folder);

    float[] limited = values(after, "1.weight");
    for (int unit = 0; unit < 6; unit++) {
      double squares = 0;
      for (int i = 0; i < limited.length / 6; i++) {
        squares += Math.pow(limited[unit * limited.length / 6 + i], 2);
      }
      assertThat(Math.sqrt(squares)).isLessThan(0.1 + 1e-6);
    }
    assertThat(magnitude(values(after, "3.weight")))
        .isLessThan(magnitude(values(first, "3.weight")));
  }

  private static Map<String, Tensor> fit(
      Network network, Map<String, Tensor> first, String options, Path folder) {
    return new Trainer(network, Samples.options(options), 1, folder)
        .fit(
            Samples.examples(24, 1),
            new Examples(List.of(), new int[0], List.of()),
            Start.from(first),
            EpochListener.SILENT,
            new StopFlag())
        .weights();
  }

  private static float[] values(Map<String, Tensor> weights, String name) {
    return Objects.requireNonNull(weights.get(name)).values();
  }

  private static double magnitude(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += Math.abs(value);
    }
    return sum;
  }
}
