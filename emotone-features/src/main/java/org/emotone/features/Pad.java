package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What fills up features that are shorter than a network accepts. */
public enum Pad {
  /** Zeros: after normalisation the clip's mean, without it 0 dB. */
  @JsonProperty("zero")
  ZERO,
  /** The clip again, from its start. */
  @JsonProperty("repeat")
  REPEAT,
  /** The nearest frame of the clip, over and over. */
  @JsonProperty("edge")
  EDGE
}
