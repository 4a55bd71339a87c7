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
  @JsonSubTypes.Type(value = AdaptiveAveragePool.class, name = "adaptiveAveragePool"),
  @JsonSubTypes.Type(value = Architecture.class, name = "architecture"),
  @JsonSubTypes.Type(value = AttentionPool.class, name = "attentionPool"),
  @JsonSubTypes.Type(value = AveragePool.class, name = "averagePool"),
  @JsonSubTypes.Type(value = BatchNorm.class, name = "batchNorm"),
  @JsonSubTypes.Type(value = Channels.class, name = "channels"),
  @JsonSubTypes.Type(value = ConformerConvolution.class, name = "conformerConvolution"),
  @JsonSubTypes.Type(value = Conv1d.class, name = "conv1d"),
  @JsonSubTypes.Type(value = Conv2d.class, name = "conv2d"),
  @JsonSubTypes.Type(value = ConvTranspose1d.class, name = "convTranspose1d"),
  @JsonSubTypes.Type(value = ConvTranspose2d.class, name = "convTranspose2d"),
  @JsonSubTypes.Type(value = Dense.class, name = "dense"),
  @JsonSubTypes.Type(value = DenseBlock.class, name = "denseBlock"),
  @JsonSubTypes.Type(value = Dropout.class, name = "dropout"),
  @JsonSubTypes.Type(value = FixedFrames.class, name = "fixedFrames"),
  @JsonSubTypes.Type(value = Flatten.class, name = "flatten"),
  @JsonSubTypes.Type(value = FoldFrequency.class, name = "foldFrequency"),
  @JsonSubTypes.Type(value = GaborConv.class, name = "gaborConv"),
  @JsonSubTypes.Type(value = GaussianPool.class, name = "gaussianPool"),
  @JsonSubTypes.Type(value = GlobalAveragePool.class, name = "globalAveragePool"),
  @JsonSubTypes.Type(value = GlobalMaxPool.class, name = "globalMaxPool"),
  @JsonSubTypes.Type(value = GroupNorm.class, name = "groupNorm"),
  @JsonSubTypes.Type(value = Gru.class, name = "gru"),
  @JsonSubTypes.Type(value = Image.class, name = "image"),
  @JsonSubTypes.Type(value = Inception.class, name = "inception"),
  @JsonSubTypes.Type(value = InvertedResidual.class, name = "invertedResidual"),
  @JsonSubTypes.Type(value = LayerNorm.class, name = "layerNorm"),
  @JsonSubTypes.Type(value = Leaf.class, name = "leaf"),
  @JsonSubTypes.Type(value = Lstm.class, name = "lstm"),
  @JsonSubTypes.Type(value = MaxPool.class, name = "maxPool"),
  @JsonSubTypes.Type(value = Parallel.class, name = "parallel"),
  @JsonSubTypes.Type(value = Pcen.class, name = "pcen"),
  @JsonSubTypes.Type(value = Penalised.class, name = "penalised"),
  @JsonSubTypes.Type(value = Picture.class, name = "picture"),
  @JsonSubTypes.Type(value = PositionalEncoding.class, name = "positionalEncoding"),
  @JsonSubTypes.Type(value = Residual.class, name = "residual"),
  @JsonSubTypes.Type(value = SelfAttention.class, name = "selfAttention"),
  @JsonSubTypes.Type(value = Sequential.class, name = "sequential"),
  @JsonSubTypes.Type(value = SincConv.class, name = "sincConv"),
  @JsonSubTypes.Type(value = SpatialDropout.class, name = "spatialDropout"),
  @JsonSubTypes.Type(value = SqueezeExcite.class, name = "squeezeExcite"),
  @JsonSubTypes.Type(value = Stages.class, name = "stages"),
  @JsonSubTypes.Type(value = StatisticsPool.class, name = "statisticsPool"),
  @JsonSubTypes.Type(value = TimeDistributed.class, name = "timeDistributed"),
  @JsonSubTypes.Type(value = TransformerEncoder.class, name = "transformerEncoder"),
})
public sealed interface Layer
    permits Activation,
        AdaptiveAveragePool,
        Architecture,
        AttentionPool,
        AveragePool,
        BatchNorm,
        Channels,
        ConformerConvolution,
        Conv1d,
        Conv2d,
        ConvTranspose1d,
        ConvTranspose2d,
        Dense,
        DenseBlock,
        Dropout,
        FixedFrames,
        Flatten,
        FoldFrequency,
        GaborConv,
        GaussianPool,
        GlobalAveragePool,
        GlobalMaxPool,
        GroupNorm,
        Gru,
        Image,
        Inception,
        InvertedResidual,
        LayerNorm,
        Leaf,
        Lstm,
        MaxPool,
        Parallel,
        Pcen,
        Penalised,
        Picture,
        PositionalEncoding,
        Residual,
        SelfAttention,
        Sequential,
        SincConv,
        SpatialDropout,
        SqueezeExcite,
        Stages,
        StatisticsPool,
        TimeDistributed,
        TransformerEncoder {

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
