package org.emotone.training.optimiser;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the small number stands that keeps a gradient from being divided by zero. */
public enum EpsilonPlace {
  /** Beside the root, √s + ε: PyTorch. */
  @JsonProperty("outside")
  OUTSIDE,
  /** Under the root, √(s + ε): Keras. */
  @JsonProperty("inside")
  INSIDE
}
