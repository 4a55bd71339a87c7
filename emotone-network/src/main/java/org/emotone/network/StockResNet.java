package org.emotone.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ResNet: blocks around which their input passes. */
final class StockResNet {

  private static final Activation RELU = new Activation(Activation.Function.RELU);

  private StockResNet() {}

  static Stock.Parts basic(List<Integer> blocks) {
    return parts(blocks, false);
  }

  static Stock.Parts bottleneck(List<Integer> blocks) {
    return parts(blocks, true);
  }

  private static Stock.Parts parts(List<Integer> blocks, boolean bottleneck) {
    Map<String, Layer> stages = new LinkedHashMap<>();
    stages.put("conv1", convolution(64, 7, 2));
    stages.put("bn1", BatchNorm.of(null, null));
    stages.put("relu", RELU);
    stages.put("maxpool", new MaxPool(List.of(3, 3), List.of(2, 2), List.of(1, 1)));
    for (int group = 0; group < blocks.size(); group++) {
      Map<String, Layer> layers = new LinkedHashMap<>();
      int width = 64 << group;
      for (int i = 0; i < blocks.get(group); i++) {
        int stride = i == 0 && group > 0 ? 2 : 1;
        boolean changed = i == 0 && (group > 0 || bottleneck);
        layers.put(Integer.toString(i), block(width, stride, changed, bottleneck));
      }
      stages.put("layer" + (group + 1), new Stages(layers));
    }
    stages.put("avgpool", new GlobalAveragePool());
    return new Stock.Parts(new Stages(stages), "fc");
  }

  private static Stages block(int width, int stride, boolean changed, boolean bottleneck) {
    Map<String, Layer> body = new LinkedHashMap<>();
    int out = bottleneck ? 4 * width : width;
    body.put("conv1", bottleneck ? convolution(width, 1, 1) : convolution(width, 3, stride));
    body.put("bn1", BatchNorm.of(null, null));
    body.put("relu1", RELU);
    body.put("conv2", convolution(width, 3, bottleneck ? stride : 1));
    body.put("bn2", BatchNorm.of(null, null));
    if (bottleneck) {
      body.put("relu2", RELU);
      body.put("conv3", convolution(out, 1, 1));
      body.put("bn3", BatchNorm.of(null, null));
    }
    @Nullable Layer shortcut =
        changed ? Sequential.of(convolution(out, 1, stride), BatchNorm.of(null, null)) : null;
    Map<String, Layer> block = new LinkedHashMap<>();
    block.put("block", new Residual(new Stages(body), shortcut));
    block.put("relu", RELU);
    return new Stages(block);
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
