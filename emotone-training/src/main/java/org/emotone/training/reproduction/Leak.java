package org.emotone.training.reproduction;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a published figure owes something to its test. */
public enum Leak {
  /** The same speakers are in training and test. */
  @JsonProperty("speakers")
  SPEAKERS("S", "the same speakers are in training and test"),
  /** Augmented copies of test clips are in the training. */
  @JsonProperty("copies")
  COPIES("A", "augmented copies of test clips are in the training"),
  /** The epoch or the parameters were chosen on the test. */
  @JsonProperty("selection")
  SELECTION("V", "the epoch or the parameters were chosen on the test");

  private final String code;
  private final String words;

  Leak(String code, String words) {
    this.code = code;
    this.words = words;
  }

  /** One letter. */
  public String code() {
    return code;
  }

  /** What it is, in words. */
  public String words() {
    return words;
  }
}
