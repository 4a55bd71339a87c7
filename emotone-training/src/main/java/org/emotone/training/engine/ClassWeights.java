package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the classes count in the training loss. */
public enum ClassWeights {
  /** All alike. */
  @JsonProperty("none")
  NONE,
  /** In inverse proportion to their number of examples, with mean one over the classes. */
  @JsonProperty("balanced")
  BALANCED
}
