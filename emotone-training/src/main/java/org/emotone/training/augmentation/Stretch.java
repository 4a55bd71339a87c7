package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Faster or slower at the same pitch: {@code {type: stretch, rate: [0.8, 1.25]}}.
 *
 * @param rate how much faster, 0.1 to 10, 0.8 to 1.25 when left out
 * @param method pieces of the waveform when left out
 * @param p that it is done, 1 when left out
 */
public record Stretch(Amount rate, StretchMethod method, double p) implements SoundAugmentation {

  /** Checks the ranges. */
  public Stretch {
    Chances.check(p);
    rate.check("rate", 0.1, 10);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Stretch of(
      @JsonProperty("rate") @Nullable Amount rate,
      @JsonProperty("method") @Nullable StretchMethod method,
      @JsonProperty("p") @Nullable Double p) {
    return new Stretch(
        rate == null ? Amount.between(0.8, 1.25) : rate,
        method == null ? StretchMethod.WSOLA : method,
        Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    double faster = rate.draw(random);
    return new Effect(
        String.format(Locale.ROOT, "tempo %.2f", faster),
        clip -> faster == 1 ? clip : method.stretch(clip, faster));
  }
}
