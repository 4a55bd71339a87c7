package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.audio.CompandingLaw;

/** How a telephone line makes 8 bits of a sample. */
public enum PhoneLaw {
  /** North America and Japan. */
  @JsonProperty("ulaw")
  ULAW(CompandingLaw.ULAW, "µ-law"),
  /** Europe and international lines. */
  @JsonProperty("alaw")
  ALAW(CompandingLaw.ALAW, "A-law");

  private final CompandingLaw law;
  private final String words;

  PhoneLaw(CompandingLaw law, String words) {
    this.law = law;
    this.words = words;
  }

  CompandingLaw law() {
    return law;
  }

  String words() {
    return words;
  }
}
