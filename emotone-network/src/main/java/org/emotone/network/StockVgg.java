package org.emotone.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** AlexNet and VGG: convolutions and three dense layers. */
final class StockVgg {

  private static final Activation RELU = new Activation(Activation.Function.RELU);

  private StockVgg() {}

  static Stock.Parts vgg(List<Integer> convolutions) {
    Numbered features = new Numbered();
    int filters = 64;
    for (int count : convolutions) {
      for (int i = 0; i < count; i++) {
        features.add(convolution(filters, 3, 1, 1)).add(RELU);
      }
      features.add(new MaxPool(List.of(2, 2), List.of(2, 2), List.of(0, 0)));
      filters = Math.min(512, 2 * filters);
    }
    Numbered classifier =
        new Numbered()
            .add(new Dense(4096))
            .add(RELU)
            .add(new Dropout(0.5))
            .add(new Dense(4096))
            .add(RELU)
            .add(new Dropout(0.5));
    return parts(features, 7, classifier);
  }

  static Stock.Parts alexNet() {
    MaxPool pool = new MaxPool(List.of(3, 3), List.of(2, 2), List.of(0, 0));
    Numbered features =
        new Numbered()
            .add(convolution(64, 11, 4, 2))
            .add(RELU)
            .add(pool)
            .add(convolution(192, 5, 1, 2))
            .add(RELU)
            .add(pool)
            .add(convolution(384, 3, 1, 1))
            .add(RELU)
            .add(convolution(256, 3, 1, 1))
            .add(RELU)
            .add(convolution(256, 3, 1, 1))
            .add(RELU)
            .add(pool);
    Numbered classifier =
        new Numbered()
            .add(new Dropout(0.5))
            .add(new Dense(4096))
            .add(RELU)
            .add(new Dropout(0.5))
            .add(new Dense(4096))
            .add(RELU);
    return parts(features, 6, classifier);
  }

  private static Stock.Parts parts(Numbered features, int size, Numbered classifier) {
    Map<String, Layer> stages = new LinkedHashMap<>();
    stages.put("features", features.stages());
    stages.put("avgpool", new AdaptiveAveragePool(size, size));
    stages.put("flatten", new Flatten());
    stages.put("classifier", classifier.stages());
    return new Stock.Parts(new Stages(stages), "classifier.6");
  }

  private static Conv2d convolution(int filters, int kernel, int stride, int padding) {
    return new Conv2d(
        filters,
        List.of(kernel, kernel),
        List.of(stride, stride),
        List.of(padding, padding),
        List.of(1, 1),
        1,
        true);
  }

  /** Stages that are named by their place. */
  private static final class Numbered {

    private final Map<String, Layer> layers = new LinkedHashMap<>();

    Numbered add(Layer layer) {
      layers.put(Integer.toString(layers.size()), layer);
      return this;
    }

    Stages stages() {
      return new Stages(layers);
    }
  }
}
