package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What fills a training crop that is longer than its clip. */
public enum CropPadding {
  /** Zeros, which are the mean of a normalised clip; the clip stands at a random place. */
  @JsonProperty("zero")
  ZERO,
  /** The clip again from its start. */
  @JsonProperty("repeat")
  REPEAT
}
