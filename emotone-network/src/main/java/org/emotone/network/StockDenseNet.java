package org.emotone.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** DenseNet: blocks that keep everything, with halvings between them. */
final class StockDenseNet {

  private static final int GROWTH = 32;
  private static final int BOTTLENECK = 4;
  private static final int FIRST = 64;
  private static final Activation RELU = new Activation(Activation.Function.RELU);

  private StockDenseNet() {}

  static Stock.Parts of(List<Integer> blocks) {
    Map<String, Layer> features = new LinkedHashMap<>();
    features.put("conv0", convolution(FIRST, 7, 2));
    features.put("norm0", BatchNorm.of(null, null));
    features.put("relu0", RELU);
    features.put("pool0", new MaxPool(List.of(3, 3), List.of(2, 2), List.of(1, 1)));
    int channels = FIRST;
    for (int i = 0; i < blocks.size(); i++) {
      features.put("denseblock" + (i + 1), new DenseBlock(blocks.get(i), GROWTH, BOTTLENECK));
      channels += blocks.get(i) * GROWTH;
      if (i < blocks.size() - 1) {
        channels /= 2;
        features.put("transition" + (i + 1), transition(channels));
      }
    }
    features.put("norm5", BatchNorm.of(null, null));
    Map<String, Layer> stages = new LinkedHashMap<>();
    stages.put("features", new Stages(features));
    stages.put("relu", RELU);
    stages.put("avgpool", new GlobalAveragePool());
    return new Stock.Parts(new Stages(stages), "classifier");
  }

  private static Stages transition(int filters) {
    Map<String, Layer> stages = new LinkedHashMap<>();
    stages.put("norm", BatchNorm.of(null, null));
    stages.put("relu", RELU);
    stages.put("conv", convolution(filters, 1, 1));
    stages.put("pool", new AveragePool(List.of(2, 2), List.of(2, 2)));
    return new Stages(stages);
  }

  private static Conv2d convolution(int filters, int kernel, int stride) {
    return new Conv2d(
        filters,
        List.of(kernel, kernel),
        List.of(stride, stride),
        List.of(kernel / 2, kernel / 2),
        List.of(1, 1),
        1,
        false);
  }
}
