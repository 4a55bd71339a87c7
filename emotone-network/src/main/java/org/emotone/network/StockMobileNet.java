package org.emotone.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** MobileNetV2: inverted residuals. */
final class StockMobileNet {

  /** Expansion, channels, repetitions and first stride of each group (Sandler et al., table 2). */
  private static final int[][] GROUPS = {
    {1, 16, 1, 1},
    {6, 24, 2, 2},
    {6, 32, 3, 2},
    {6, 64, 4, 2},
    {6, 96, 3, 1},
    {6, 160, 3, 2},
    {6, 320, 1, 1}
  };

  private static final int FIRST = 32;
  private static final int LAST = 1280;
  private static final int PICTURE = 4;

  private StockMobileNet() {}

  static Stock.Parts version2() {
    Map<String, Layer> features = new LinkedHashMap<>();
    features.put("0", convolved(FIRST, 3, 2));
    for (int[] group : GROUPS) {
      for (int i = 0; i < group[2]; i++) {
        features.put(
            Integer.toString(features.size()),
            new InvertedResidual(group[1], group[0], i == 0 ? group[3] : 1, 3));
      }
    }
    features.put(Integer.toString(features.size()), convolved(LAST, 1, 1));
    Map<String, Layer> stages = new LinkedHashMap<>();
    stages.put("features", new Stages(features));
    stages.put("avgpool", new GlobalAveragePool());
    stages.put("classifier", new Stages(Map.of("0", new Dropout(0.2))));
    return new Stock.Parts(new Stages(stages), "classifier.1");
  }

  private static Layer convolved(int filters, int kernel, int stride) {
    List<Layer> layers =
        Convolved.of(PICTURE, filters, kernel, stride, 1, Activation.Function.RELU6);
    return new Sequential(layers);
  }
}
