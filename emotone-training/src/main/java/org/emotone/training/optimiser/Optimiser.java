package org.emotone.training.optimiser;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How gradients move weights; in JSON and YAML told apart by {@code type}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AdamW.class, name = "adamW"),
  @JsonSubTypes.Type(value = Adam.class, name = "adam"),
  @JsonSubTypes.Type(value = Sgd.class, name = "sgd"),
  @JsonSubTypes.Type(value = RmsProp.class, name = "rmsProp"),
  @JsonSubTypes.Type(value = Adagrad.class, name = "adagrad"),
})
public sealed interface Optimiser permits AdamW, Adam, Sgd, RmsProp, Adagrad {

  /** The highest learning rate of the schedule. */
  double learningRate();
}
