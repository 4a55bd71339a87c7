package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The voice higher or lower at the same length, its formants with it: {@code {type: pitch,
 * semitones: [-2, 2]}} or {@code semitones: {any: [-3.5, -1, 1, 3.5]}}.
 *
 * @param semitones how much higher, −24 to 24, −2 to 2 when left out
 * @param method pieces of the waveform when left out
 * @param p that it is done, 1 when left out
 */
public record Pitch(Amount semitones, StretchMethod method, double p) implements SoundAugmentation {

  /** Checks the ranges. */
  public Pitch {
    Chances.check(p);
    semitones.check("semitones", -24, 24);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Pitch of(
      @JsonProperty("semitones") @Nullable Amount semitones,
      @JsonProperty("method") @Nullable StretchMethod method,
      @JsonProperty("p") @Nullable Double p) {
    return new Pitch(
        semitones == null ? Amount.between(-2, 2) : semitones,
        method == null ? StretchMethod.WSOLA : method,
        Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    double higher = semitones.draw(random);
    return new Effect(
        String.format(Locale.ROOT, "pitch %+.1f semitones", higher),
        clip -> higher == 0 ? clip : method.shift(clip, higher));
  }
}
