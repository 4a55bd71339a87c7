package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.SplittableRandom;
import org.emotone.audio.codec.opus.OpusRoundTrip;
import org.jspecify.annotations.Nullable;

/**
 * An internet call: coded as Opus and decoded, with packets lost: {@code {type: codec, kilobits:
 * [6, 24], lost: [0, 0.1]}}; see {@link OpusRoundTrip}.
 *
 * @param kilobits per second, 6 to 128, 6 to 24 when left out
 * @param lost share of the packets of 20 ms that do not arrive, 0 to 0.5, 0 when left out
 * @param p that it is done, 1 when left out
 */
public record Codec(Amount kilobits, Amount lost, double p) implements SoundAugmentation {

  /** Checks the ranges. */
  public Codec {
    Chances.check(p);
    kilobits.check("kilobits", 6, 128);
    lost.check("lost", 0, 0.5);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Codec of(
      @JsonProperty("kilobits") @Nullable Amount kilobits,
      @JsonProperty("lost") @Nullable Amount lost,
      @JsonProperty("p") @Nullable Double p) {
    return new Codec(
        kilobits == null ? Amount.between(6, 24) : kilobits,
        lost == null ? Amount.fixed(0) : lost,
        Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    OpusRoundTrip call = new OpusRoundTrip(kilobits.draw(random), lost.draw(random));
    long seed = random.nextLong();
    return new Effect(
        String.format(
            Locale.ROOT, "Opus at %.0f kbit/s, %.0f %% lost", call.kilobits(), 100 * call.lost()),
        clip -> call.apply(clip, seed));
  }
}
