package org.emotone.training.loss;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.bytedeco.pytorch.Tensor;

/** What training makes small; in JSON and YAML told apart by {@code type}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CrossEntropy.class, name = "crossEntropy"),
  @JsonSubTypes.Type(value = Focal.class, name = "focal"),
})
public sealed interface Loss permits CrossEntropy, Focal {

  /**
   * The loss of a batch, a number in nats: the sum over examples and classes, divided by the number
   * of examples (not, as PyTorch's weighted mean, by the sum of their classes' weights).
   *
   * @param logits {@code [batch][classes]}
   * @param targets the share of each class, times its weight, {@code [batch][classes]}
   */
  Tensor of(Tensor logits, Tensor targets);
}
