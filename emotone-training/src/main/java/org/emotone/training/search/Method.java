package org.emotone.training.search;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a search chooses what to try. */
public enum Method {
  /** Every combination, in order. */
  @JsonProperty("grid")
  GRID,
  /** Draws (Bergstra and Bengio, 2012). */
  @JsonProperty("random")
  RANDOM,
  /** Draws at first, then near what did well and far from what did not (Bergstra et al., 2011). */
  @JsonProperty("tpe")
  TPE,
  /** Draws with few epochs; the best third goes on with three times as many (Jamieson, 2016). */
  @JsonProperty("halving")
  HALVING
}
