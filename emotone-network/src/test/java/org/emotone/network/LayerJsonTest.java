package org.emotone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerJsonTest {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  static Layer layer(String json) throws JsonProcessingException {
    return MAPPER.readValue(json, Layer.class);
  }

  @Test
  void whatIsLeftOutIsFilledIn() throws Exception {
    assertThat(layer("{type: \"conv1d\", filters: 4, kernel: 5, dilation: 2}"))
        .isEqualTo(new Conv1d(4, 5, 1, 4, 2, 1, true));
    assertThat(layer("{type: \"conv2d\", filters: 4, kernel: [3, 5]}"))
        .isEqualTo(
            new Conv2d(4, List.of(3, 5), List.of(1, 1), List.of(1, 2), List.of(1, 1), 1, true));
    assertThat(layer("{type: \"batchNorm\"}")).isEqualTo(new BatchNorm(0.1, 1e-5));
    assertThat(layer("{type: \"maxPool\", kernel: [2, 3]}"))
        .isEqualTo(new MaxPool(List.of(2, 3), List.of(2, 3), List.of(0, 0)));
    assertThat(layer("{type: \"averagePool\", kernel: [2, 3]}"))
        .isEqualTo(new AveragePool(List.of(2, 3), List.of(2, 3)));
    assertThat(layer("{type: \"attentionPool\", units: 8}")).isEqualTo(new AttentionPool(8, false));
  }

  @Test
  void oneNumberStandsForASquareKernelOrAWindowOfTime() throws Exception {
    assertThat(layer("{type: \"conv2d\", filters: 4, kernel: 3, stride: 2, bias: false}"))
        .isEqualTo(
            new Conv2d(4, List.of(3, 3), List.of(2, 2), List.of(1, 1), List.of(1, 1), 1, false));
    assertThat(layer("{type: \"maxPool\", kernel: 2}"))
        .isEqualTo(new MaxPool(List.of(2), List.of(2), List.of(0)));
  }

  @Test
  void theBranchesOfAResidualAreLayersOrListsOfLayers() throws Exception {
    Activation relu = new Activation(Activation.Function.RELU);
    String one = "{type: \"activation\", function: \"relu\"}";

    assertThat(layer("{type: \"residual\", body: " + one + "}"))
        .isEqualTo(new Residual(relu, null));
    assertThat(
            layer("{type: \"residual\", body: [" + one + "," + one + "], shortcut: [" + one + "]}"))
        .isEqualTo(new Residual(Sequential.of(relu, relu), relu));
  }

  @Test
  void everyLayerSurvivesARoundTrip() throws Exception {
    Layer all =
        Sequential.of(
            new Image(),
            new Conv2d(4, List.of(3, 3), List.of(1, 2), List.of(1, 0), List.of(1, 1), 1, false),
            new BatchNorm(0.2, 1e-4),
            new Activation(Activation.Function.ELU),
            new MaxPool(List.of(2, 2), List.of(1, 1), List.of(0, 1)),
            new AveragePool(List.of(2, 2), List.of(2, 1)),
            new Residual(Sequential.of(new BatchNorm(0.1, 1e-5)), null),
            new Residual(new BatchNorm(0.1, 1e-5), new Dropout(0.1)),
            new FoldFrequency(),
            new Channels(),
            new Conv1d(4, 3, 1, 1, 1, 2, true),
            new AttentionPool(3, true),
            new StatisticsPool(),
            new Flatten(),
            new Dropout(0.5),
            new Dense(7));

    String json = MAPPER.writeValueAsString(all);

    assertThat(json).contains("\"type\":\"activation\",\"function\":\"elu\"");
    assertThat(layer(json)).isEqualTo(all);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.emotone.network.LayerCases#all")
  void everyUseOfALayerSurvivesARoundTrip(LayerCases.Case layers) throws Exception {
    Layer root = layers.network().root();

    assertThat(layer(MAPPER.writeValueAsString(root))).isEqualTo(root);
  }

  @Test
  void paddingIsAWordANumberOrANumberForEachDimension() throws Exception {
    assertThat(layer("{type: \"conv2d\", filters: 4, kernel: 3, padding: \"valid\"}"))
        .isEqualTo(layer("{type: \"conv2d\", filters: 4, kernel: 3, padding: 0}"));
    assertThat(layer("{type: \"conv2d\", filters: 4, kernel: 3, padding: 2}"))
        .isEqualTo(layer("{type: \"conv2d\", filters: 4, kernel: 3, padding: [2, 2]}"));
    assertThat(
            ((Conv1d) layer("{type: \"conv1d\", filters: 4, kernel: 3, padding: \"same\"}"))
                .padding())
        .isEqualTo(Padding.SAME);
    assertThatThrownBy(() -> layer("{type: \"conv1d\", filters: 4, kernel: 3, padding: \"full\"}"))
        .hasMessageContaining("padding must be same, valid, causal");
  }

  @Test
  void anUnknownTypeOrKeyIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> layer("{type: \"conv3d\"}"))
        .hasMessageContaining("conv3d")
        .hasMessageContaining("conv2d");
    assertThatThrownBy(() -> layer("{type: \"conv1d\", filters: 3, kernel: 3, strides: 2}"))
        .hasMessageContaining("strides")
        .hasMessageContaining("stride");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: \"conv1d\", filters: 0, kernel: 3}",
        "{type: \"conv1d\", filters: 3, kernel: 0}",
        "{type: \"conv1d\", filters: 3, kernel: 2147483647}",
        "{type: \"conv1d\", filters: 3, kernel: 1, groups: 2}",
        "{type: \"conv1d\", filters: 3, kernel: 1, padding: -1}",
        "{type: \"conv1d\", kernel: 1}",
        "{type: \"conv2d\", filters: 3, kernel: [3, 3, 3]}",
        "{type: \"conv2d\", filters: 3, kernel: [3, null]}",
        "{type: \"conv2d\", filters: 3}",
        "{type: \"batchNorm\", momentum: 2}",
        "{type: \"batchNorm\", epsilon: 0}",
        "{type: \"maxPool\", kernel: []}",
        "{type: \"maxPool\", kernel: [2], stride: [2, 2]}",
        "{type: \"maxPool\", kernel: [2], padding: [2]}",
        "{type: \"averagePool\", kernel: [1, 2, 3]}",
        "{type: \"dropout\", rate: 1}",
        "{type: \"dropout\"}",
        "{type: \"dense\", units: 0}",
        "{type: \"attentionPool\", units: 0}",
        "{type: \"activation\", function: \"RELU\"}",
        "{type: \"activation\"}",
        "{type: \"sequential\", layers: []}",
        "{type: \"convTranspose1d\", filters: 3, kernel: 3, outputPadding: 1}",
        "{type: \"convTranspose2d\", filters: 3, kernel: 3, stride: [2, 2, 2]}",
        "{type: \"layerNorm\", epsilon: 0}",
        "{type: \"groupNorm\"}",
        "{type: \"groupNorm\", groups: 0}",
        "{type: \"lstm\", units: 0}",
        "{type: \"gru\", units: 4, layers: 0}",
        "{type: \"lstm\", units: 4, dropout: 1}",
        "{type: \"lstm\", units: 4, forgetBias: 11}",
        "{type: \"selfAttention\", heads: 0}",
        "{type: \"transformerEncoder\", layers: 1, heads: 2}",
        "{type: \"conformerConvolution\", kernel: 4}",
        "{type: \"spatialDropout\", rate: 1}",
        "{type: \"parallel\", branches: []}",
        "{type: \"parallel\", branches: [[null]]}",
        "{type: \"timeDistributed\", frames: 4, layers: []}",
        "{type: \"timeDistributed\", frames: 0, layers: {type: \"flatten\"}}",
        "{type: \"squeezeExcite\", reduction: 0}",
        "{type: \"penalised\", l2: -1, layer: {type: \"flatten\"}}",
        "{type: \"penalised\", l2: 1}",
        "{type: \"stages\", layers: {}}",
        "{type: \"stages\", layers: {\"a.b\": {type: \"flatten\"}}}",
        "{type: \"fixedFrames\", frames: 0}",
        "{type: \"sequential\", layers: [null]}",
        "{type: \"residual\", body: []}",
        "{type: \"residual\"}",
        "{}",
      })
  void whatIsOutOfRangeOrMissingIsRefused(String json) {
    assertThatThrownBy(() -> layer(json)).isInstanceOf(JsonProcessingException.class);
  }
}
