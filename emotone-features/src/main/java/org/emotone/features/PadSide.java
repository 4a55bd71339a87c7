package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where features that are too short are filled up. */
public enum PadSide {
  /** After the clip. */
  @JsonProperty("right")
  RIGHT,
  /** Before and after it; of an odd number of frames the greater half comes after. */
  @JsonProperty("both")
  BOTH
}
