package org.emotone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnnxWeightsTest {

  @Test
  void exportedWeightsComeBackUnchanged() throws Exception {
    Network network =
        new Network(
            Sequential.of(
                new Image(),
                Conv2d.of(4, List.of(3, 3), null, null, null, null, null),
                BatchNorm.of(null, null),
                new FoldFrequency(),
                new StatisticsPool(),
                new Dense(3)),
            8,
            3);
    Map<String, Tensor> weights = network.initial(5);
    Map<String, Tensor> read = OnnxWeights.read(OnnxExporter.export(network, weights, Map.of()));
    assertThat(read).containsAllEntriesOf(weights);
  }

  @Test
  void whatIsNotOnnxIsRefused() {
    assertThatThrownBy(() -> OnnxWeights.read("no network".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the network is not ONNX");
  }
}
