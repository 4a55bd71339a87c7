package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How the power of noise goes with frequency. */
public enum Colour {
  /** 6 dB less each octave. */
  @JsonProperty("brown")
  BROWN(-2),
  /** 3 dB less each octave: the same power in each. */
  @JsonProperty("pink")
  PINK(-1),
  /** The same at all frequencies. */
  @JsonProperty("white")
  WHITE(0),
  /** 3 dB more each octave. */
  @JsonProperty("blue")
  BLUE(1),
  /** 6 dB more each octave. */
  @JsonProperty("violet")
  VIOLET(2);

  private final double exponent;

  Colour(double exponent) {
    this.exponent = exponent;
  }

  /** Of the frequency, that power goes with. */
  double exponent() {
    return exponent;
  }

  String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
