package org.emotone.training.denoise;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What is mixed with speech. */
public enum NoiseKind {
  /** Gaussian noise of equal power at all frequencies. */
  @JsonProperty("white")
  WHITE,
  /** Gaussian noise that has 3 dB less in each octave. */
  @JsonProperty("pink")
  PINK,
  /** Four to seven other people who speak at once. */
  @JsonProperty("babble")
  BABBLE;

  /** As users write it: lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
