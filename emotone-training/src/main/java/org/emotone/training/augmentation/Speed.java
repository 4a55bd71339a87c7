package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.SplittableRandom;
import org.emotone.audio.signal.Playback;
import org.jspecify.annotations.Nullable;

/**
 * Played faster or slower, tempo and pitch together: {@code {type: speed, factor: [0.9, 1.1]}}.
 *
 * @param factor how much faster, 0.1 to 10, 0.9 to 1.1 when left out
 * @param p that it is done, 1 when left out
 */
public record Speed(Amount factor, double p) implements SoundAugmentation {

  /** Checks the ranges. */
  public Speed {
    Chances.check(p);
    factor.check("factor", 0.1, 10);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Speed of(
      @JsonProperty("factor") @Nullable Amount factor, @JsonProperty("p") @Nullable Double p) {
    return new Speed(factor == null ? Amount.between(0.9, 1.1) : factor, Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    double faster = factor.draw(random);
    return new Effect(
        String.format(Locale.ROOT, "speed %.2f", faster), clip -> Playback.at(clip, faster));
  }
}
