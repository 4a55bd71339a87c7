package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.SplittableRandom;

/** What takes the place of a clip that is shifted. */
public enum ShiftFill {
  /** Digital silence. */
  @JsonProperty("silence")
  SILENCE(0),
  /** Uniform noise of ±0.001, which no front-end takes for the end of a recording. */
  @JsonProperty("hiss")
  HISS(0.001);

  private final double amplitude;

  ShiftFill(double amplitude) {
    this.amplitude = amplitude;
  }

  float sample(SplittableRandom random) {
    return amplitude == 0 ? 0 : (float) (amplitude * (2 * random.nextDouble() - 1));
  }
}
