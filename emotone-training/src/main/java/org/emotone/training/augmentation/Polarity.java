package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The waveform upside down, which no one hears: {@code {type: polarity}}.
 *
 * @param p that it is done, 0.5 when left out
 */
public record Polarity(double p) implements SoundAugmentation {

  /** Checks the ranges. */
  public Polarity {
    Chances.check(p);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Polarity of(@JsonProperty("p") @Nullable Double p) {
    return new Polarity(p == null ? 0.5 : p);
  }

  @Override
  public Effect draw(SplittableRandom random) {
    return new Effect("turned over", clip -> Mixing.add(clip, -1, clip, 0));
  }
}
