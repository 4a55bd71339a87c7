package org.emotone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OnnxLastLayerTest {

  private static byte[] network(Layer last) {
    Network network = new Network(Sequential.of(new Channels(), new StatisticsPool(), last), 5, 3);
    return OnnxExporter.export(network, network.initial(7), Map.of());
  }

  @Test
  void theLastLayerIsReadAndReplaced() {
    byte[] onnx = network(new Dense(3));
    OnnxLastLayer layer = OnnxLastLayer.of(onnx);
    float[][] weights = layer.weights();
    assertThat(weights).hasDimensions(3, 10);
    assertThat(layer.replaced(weights, layer.bias())).isEqualTo(onnx);
    weights[1][2] += 0.5f;
    OnnxLastLayer changed = OnnxLastLayer.of(layer.replaced(weights, new float[] {1, 2, 3}));
    assertThat(changed.weights()[1][2]).isEqualTo(weights[1][2]);
    assertThat(changed.bias()).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> layer.replaced(weights, new float[2]))
        .hasMessageContaining("3 units of 10 inputs");
  }

  @Test
  void networksThatEndOtherwiseAreRefused() {
    byte[] onnx = network(Sequential.of(new Dense(3), new Activation(Activation.Function.RELU)));
    assertThatThrownBy(() -> OnnxLastLayer.of(onnx)).hasMessageContaining("ends in Relu");
    assertThatThrownBy(() -> OnnxLastLayer.of(new byte[] {1, 2, 3}))
        .hasMessageContaining("not ONNX");
  }
}
