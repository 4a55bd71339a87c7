package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is kept of features that are longer than a network accepts. */
public enum Crop {
  /** The middle. */
  @JsonProperty("centre")
  CENTRE,
  /** The start. */
  @JsonProperty("start")
  START
}
