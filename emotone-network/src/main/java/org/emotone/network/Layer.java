package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * One stage of a network, as data.
 *
 * <p>In JSON and YAML a layer is an object whose {@code type} is the record's name with a small
 * first letter, such as {@code {type: conv2d, filters: 32, kernel: [3, 3]}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Activation.class, name = "activation"),
  @JsonSubTypes.Type(value = AttentionPool.class, name = "attentionPool"),
  @JsonSubTypes.Type(value = AveragePool.class, name = "averagePool"),
  @JsonSubTypes.Type(value = BatchNorm.class, name = "batchNorm"),
  @JsonSubTypes.Type(value = Channels.class, name = "channels"),
  @JsonSubTypes.Type(value = Conv1d.class, name = "conv1d"),
  @JsonSubTypes.Type(value = Conv2d.class, name = "conv2d"),
  @JsonSubTypes.Type(value = Dense.class, name = "dense"),
  @JsonSubTypes.Type(value = Dropout.class, name = "dropout"),
  @JsonSubTypes.Type(value = Flatten.class, name = "flatten"),
  @JsonSubTypes.Type(value = FoldFrequency.class, name = "foldFrequency"),
  @JsonSubTypes.Type(value = Image.class, name = "image"),
  @JsonSubTypes.Type(value = MaxPool.class, name = "maxPool"),
  @JsonSubTypes.Type(value = Residual.class, name = "residual"),
  @JsonSubTypes.Type(value = Sequential.class, name = "sequential"),
  @JsonSubTypes.Type(value = StatisticsPool.class, name = "statisticsPool"),
})
public sealed interface Layer
    permits Activation,
        AttentionPool,
        AveragePool,
        BatchNorm,
        Channels,
        Conv1d,
        Conv2d,
        Dense,
        Dropout,
        Flatten,
        FoldFrequency,
        Image,
        MaxPool,
        Residual,
        Sequential,
        StatisticsPool {

  /**
   * The forward pass.
   *
   * @param operations the interpreter
   * @param scope where the layer stands, for the names of its parameters
   * @param input the layer's input
   * @param <T> the interpreter's tensor
   * @return the layer's output
   * @throws IllegalArgumentException if the input's shape does not fit
   */
  <T> T forward(Operations<T> operations, Scope scope, T input);
}
