package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonProperty;

/** With which other examples of the batch an example is mixed. */
public enum Partners {
  /** With any. */
  @JsonProperty("any")
  ANY,
  /** With those of its own class, so that only features mix. */
  @JsonProperty("sameClass")
  SAME_CLASS
}
