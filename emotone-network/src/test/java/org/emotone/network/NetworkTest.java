package org.emotone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NetworkTest {

  private static Conv1d conv1d(int filters, int kernel, int stride, int padding) {
    return new Conv1d(filters, kernel, stride, padding, 1, 1, true);
  }

  private static Network small() {
    return new Network(
        Sequential.of(new Channels(), conv1d(6, 3, 1, 1), new StatisticsPool(), new Dense(4)),
        8,
        4);
  }

  @Test
  void parametersCarryTheirPathAndComeInOrderOfUse() {
    assertThat(small().parameters().stream().map(Parameter::name))
        .containsExactly("1.weight", "1.bias", "3.weight", "3.bias");
    assertThat(small().size()).isEqualTo(6 * 8 * 3 + 6 + 4 * 12 + 4);
  }

  @Test
  void theSummaryIsATableOfTheLayers() {
    assertThat(small().summary())
        .isEqualToNormalizingNewlines(
            """
            path  layer           output            parameters
                  sequential      [batch, 4]               202
            0     channels        [batch, 8, time]           0
            1     conv1d          [batch, 6, time]         150
            2     statisticsPool  [batch, 12]                0
            3     dense           [batch, 4]                52
            202 parameters, 202 of them trained
            """);
  }

  @Test
  void aLayerThatDoesNotFitIsNamedWithItsPath() {
    assertThatThrownBy(
            () ->
                new Network(
                    Sequential.of(new Channels(), new Residual(conv1d(9, 3, 1, 1), null)), 8, 4))
        .isInstanceOf(LayerException.class)
        .hasMessage(
            "layer 1 (residual) the body gives [-1, 9, -1] but the way around it [-1, 8, -1]");
    assertThatThrownBy(() -> new Network(Sequential.of(new Image(), new Flatten()), 8, 4))
        .hasMessageContaining("layer 1 (flatten)")
        .hasMessageContaining("pool over time before it");
  }

  @Test
  void theOutputMustBeOneScorePerClass() {
    assertThatThrownBy(() -> new Network(new Channels(), 8, 4))
        .hasMessageContaining("[-1, 4]")
        .hasMessageContaining("[-1, 8, -1]");
  }

  @Test
  void branchesThatAgreeOnlyForSomeLengthsAreRefused() {
    Residual halved = new Residual(conv1d(8, 3, 2, 1), new AveragePool(List.of(2), List.of(2)));

    assertThatThrownBy(
            () ->
                new Network(
                    Sequential.of(new Channels(), halved, new StatisticsPool(), new Dense(4)),
                    8,
                    4))
        .hasMessageContaining("with an input of 3 frames")
        .hasMessageContaining("layer 1 (residual)");
  }

  @Test
  void knowsTheFewestFramesThatItTakes() {
    Network network =
        new Network(
            Sequential.of(
                new Channels(),
                conv1d(6, 5, 1, 0),
                new MaxPool(List.of(4), List.of(4), List.of(0)),
                conv1d(6, 3, 1, 0),
                new StatisticsPool(),
                new Dense(4)),
            8,
            4);

    assertThat(network.minimumFrames()).isEqualTo(16);
    assertThat(small().minimumFrames()).isEqualTo(1);
  }

  @Test
  void aNameDeclaredTwiceWithDifferentShapesIsRefused() {
    ShapeInference inference = new ShapeInference();
    inference.parameter(new Parameter("w", List.of(2L), Initialiser.ONES, true));
    inference.parameter(new Parameter("w", List.of(2L), Initialiser.ONES, true));

    assertThatThrownBy(
            () -> inference.parameter(new Parameter("w", List.of(3L), Initialiser.ONES, true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("w");
    assertThat(inference.parameters()).hasSize(1);
  }

  @Test
  void aLayerTooLargeForMemoryIsRefused() {
    assertThatThrownBy(
            () ->
                new Network(
                    Sequential.of(
                        new Channels(), conv1d(1 << 20, 1 << 20, 1, 1 << 19), new Flatten()),
                    8,
                    4))
        .hasMessageContaining("layer 1 (conv1d)")
        .hasMessageContaining("at most");
  }

  @Test
  void firstValuesDependOnSeedAndNameButNotOnOrder() {
    Map<String, Tensor> one = small().initial(7);

    assertThat(small().initial(7)).isEqualTo(one);
    assertThat(small().initial(8).get("1.weight")).isNotEqualTo(one.get("1.weight"));
    Parameter last = small().parameters().get(2);
    assertThat(last.draw(7)).isEqualTo(one.get(last.name()));
    assertThat(one).containsEntry("1.bias", new Tensor(new long[] {6}, new float[6]));
  }

  @Test
  void firstValuesHaveTheDeviationOrTheBoundOfTheirSource() {
    List<Long> shape = List.of(200L, 50L, 2L);

    assertThat(deviation(Initialiser.HE_NORMAL, shape))
        .isCloseTo(Math.sqrt(2.0 / 100), within(2e-3));
    assertThat(deviation(Initialiser.FAN_IN_UNIFORM, shape))
        .isCloseTo(Math.sqrt(1.0 / 100 / 3), within(1e-3));
    assertThat(deviation(Initialiser.GLOROT_UNIFORM, shape))
        .isCloseTo(Math.sqrt(6.0 / (100 + 400) / 3), within(1e-3));
    assertThat(new Parameter("w", shape, Initialiser.ONES, false).draw(1).values()).containsOnly(1);
  }

  @Test
  void aForgetGateMayStartOpen() {
    Map<String, Tensor> shut = memory(0).initial(1);
    Map<String, Tensor> open = memory(1).initial(1);

    String bias = "1.0.forward.inputBias";
    float[] before = Objects.requireNonNull(shut.remove(bias)).values();
    float[] after = Objects.requireNonNull(open.get(bias)).values();
    for (int i = 0; i < 12; i++) {
      assertThat(after[i] - before[i]).isCloseTo(i >= 3 && i < 6 ? 1 : 0, within(1e-6f));
    }
    assertThat(open).containsAllEntriesOf(shut);
  }

  private static Network memory(double forgetBias) {
    Lstm lstm = Lstm.of(3, null, null, null, false, forgetBias);
    return new Network(Sequential.of(new Channels(), lstm, new Dense(2)), 4, 2);
  }

  private static double deviation(Initialiser initialiser, List<Long> shape) {
    float[] values = new Parameter("w", shape, initialiser, true).draw(1).values();
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares / values.length);
  }
}
