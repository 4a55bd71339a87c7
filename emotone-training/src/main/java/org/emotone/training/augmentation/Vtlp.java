package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.SplittableRandom;
import org.emotone.features.check.Bounds;
import org.emotone.features.effect.VocalTract;
import org.jspecify.annotations.Nullable;

/**
 * The voice from a longer or shorter vocal tract, at its own pitch (vocal tract length
 * perturbation: Jaitly and Hinton, 2013): {@code {type: vtlp, factor: [0.9, 1.1]}}.
 *
 * @param factor above 1 formants rise, 0.5 to 2, 0.9 to 1.1 when left out
 * @param highestHz up to which frequencies are stretched by the factor itself, 500 to 20 000 Hz,
 *     4800 when left out
 * @param p that it is done, 1 when left out
 */
public record Vtlp(Amount factor, double highestHz, double p) implements SoundAugmentation {

  /** Checks the ranges. */
  public Vtlp {
    Chances.check(p);
    factor.check("factor", 0.5, 2);
    Bounds.check("highestHz", highestHz, 500, 20_000);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Vtlp of(
      @JsonProperty("factor") @Nullable Amount factor,
      @JsonProperty("highestHz") @Nullable Double highestHz,
      @JsonProperty("p") @Nullable Double p) {
    return new Vtlp(
        factor == null ? Amount.between(0.9, 1.1) : factor,
        highestHz == null ? 4800.0 : highestHz,
        Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    double higher = factor.draw(random);
    return new Effect(
        String.format(Locale.ROOT, "formants times %.2f", higher),
        clip -> new VocalTract(higher, highestHz).apply(clip));
  }
}
