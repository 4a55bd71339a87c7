package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.SplittableRandom;
import org.emotone.audio.signal.Level;
import org.jspecify.annotations.Nullable;

/**
 * Louder or quieter: {@code {type: gain, db: [-6, 6]}} or {@code {type: gain, factor: [0.5, 2]}}.
 * What goes beyond full scale is left so. Features that are normalised per clip hear little of it.
 *
 * @param db how much louder in dB, −60 to 60; null if there is a factor, −6 to 6 if there is
 *     neither
 * @param factor what amplitudes are multiplied by, −10 to 10, below 0 turned over; null if there is
 *     a gain in dB
 * @param p that it is done, 1 when left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Gain(@Nullable Amount db, @Nullable Amount factor, double p)
    implements SoundAugmentation {

  /** Checks the ranges. */
  public Gain {
    Chances.check(p);
    if ((db == null) == (factor == null)) {
      throw new IllegalArgumentException("gain has either db or factor");
    }
    if (db != null) {
      db.check("db", -60, 60);
    }
    if (factor != null) {
      factor.check("factor", -10, 10);
    }
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Gain of(
      @JsonProperty("db") @Nullable Amount db,
      @JsonProperty("factor") @Nullable Amount factor,
      @JsonProperty("p") @Nullable Double p) {
    return new Gain(
        db == null && factor == null ? Amount.between(-6, 6) : db, factor, Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    if (db != null) {
      double louder = db.draw(random);
      return new Effect(
          String.format(Locale.ROOT, "gain %+.1f dB", louder), clip -> Level.gain(clip, louder));
    }
    double times = factor == null ? 1 : factor.draw(random);
    return new Effect(
        String.format(Locale.ROOT, "gain %.2f", times), clip -> Mixing.add(clip, times, clip, 0));
  }
}
