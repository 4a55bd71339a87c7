package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.jspecify.annotations.Nullable;

/**
 * The clip earlier or later, and what is pushed out comes back at the other end: {@code {type:
 * roll, seconds: [-0.3, 0.3]}}.
 *
 * @param seconds how much later, −10 to 10 s, −0.3 to 0.3 when left out
 * @param p that it is done, 1 when left out
 */
public record Roll(Amount seconds, double p) implements SoundAugmentation {

  /** Checks the ranges. */
  public Roll {
    Chances.check(p);
    seconds.check("seconds", -10, 10);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Roll of(
      @JsonProperty("seconds") @Nullable Amount seconds, @JsonProperty("p") @Nullable Double p) {
    return new Roll(seconds == null ? Amount.between(-0.3, 0.3) : seconds, Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    double later = seconds.draw(random);
    return new Effect(
        String.format(Locale.ROOT, "rolled by %+.0f ms", 1000 * later),
        clip -> rolled(clip, (int) Math.round(later * clip.sampleRate())));
  }

  private static Waveform rolled(Waveform clip, int by) {
    float[] samples = new float[clip.length()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = clip.samples()[Math.floorMod(i - by, samples.length)];
    }
    return new Waveform(samples, clip.sampleRate());
  }
}
