package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How gradients move weights; in JSON and YAML told apart by {@code type}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@JsonSubTypes.Type(value = AdamW.class, name = "adamW"))
public sealed interface Optimiser permits AdamW {

  /** The highest learning rate of the schedule. */
  double learningRate();
}
