package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Networks for photographs with the topologies of their papers, as torchvision builds them, so that
 * weights of torchvision's models fit.
 */
public enum Stock {
  /** AlexNet with one tower (Krizhevsky, 2014). */
  @JsonProperty("alexnet")
  ALEXNET,
  /** VGG with 16 layers, without batch normalisation (Simonyan and Zisserman, 2015). */
  @JsonProperty("vgg16")
  VGG16,
  /** VGG with 19 layers, without batch normalisation. */
  @JsonProperty("vgg19")
  VGG19,
  /** ResNet with 18 layers (He et al., 2016). */
  @JsonProperty("resnet18")
  RESNET18,
  /** ResNet with 50 layers, whose strides are in the convolutions of width 3 (version 1.5). */
  @JsonProperty("resnet50")
  RESNET50,
  /** DenseNet with 121 layers (Huang et al., 2017). */
  @JsonProperty("densenet121")
  DENSENET121,
  /** DenseNet with 201 layers. */
  @JsonProperty("densenet201")
  DENSENET201,
  /** MobileNetV2 of width 1 (Sandler et al., 2018). */
  @JsonProperty("mobilenetV2")
  MOBILENET_V2,
  /** Inception version 3, without the auxiliary classifier (Szegedy et al., 2016). */
  @JsonProperty("inceptionV3")
  INCEPTION_V3;

  /**
   * The parts of a network.
   *
   * @param body everything before the last dense layer, from {@code [b][3][h][w]} to {@code [b][n]}
   * @param head path of the last dense layer
   */
  record Parts(Stages body, String head) {}

  /** Builds the network. */
  Parts parts() {
    return switch (this) {
      case ALEXNET -> StockVgg.alexNet();
      case VGG16 -> StockVgg.vgg(List.of(2, 2, 3, 3, 3));
      case VGG19 -> StockVgg.vgg(List.of(2, 2, 4, 4, 4));
      case RESNET18 -> StockResNet.basic(List.of(2, 2, 2, 2));
      case RESNET50 -> StockResNet.bottleneck(List.of(3, 4, 6, 3));
      case DENSENET121 -> StockDenseNet.of(List.of(6, 12, 24, 16));
      case DENSENET201 -> StockDenseNet.of(List.of(6, 12, 48, 32));
      case MOBILENET_V2 -> StockMobileNet.version2();
      case INCEPTION_V3 -> StockInception.version3();
    };
  }

  /**
   * What torchvision calls a parameter.
   *
   * @param name the parameter's name inside the architecture
   */
  static String torchvision(String name) {
    return name.replace("block.body.", "")
        .replace("block.shortcut.", "downsample.")
        .replaceAll("(Mixed_[0-9a-z]+)\\.[0-9.]+\\.branch", "$1.branch")
        .replace("runningMean", "running_mean")
        .replace("runningVariance", "running_var");
  }
}
