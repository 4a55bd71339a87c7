package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.jspecify.annotations.Nullable;

/**
 * The clip earlier or later at the same length: {@code {type: shift, seconds: [-0.2, 0.2]}}. What
 * is pushed out is lost.
 *
 * @param seconds how much later, −10 to 10 s, −0.2 to 0.2 when left out
 * @param fill what takes the place, silence when left out
 * @param p that it is done, 1 when left out
 */
public record Shift(Amount seconds, ShiftFill fill, double p) implements SoundAugmentation {

  /** Checks the ranges. */
  public Shift {
    Chances.check(p);
    seconds.check("seconds", -10, 10);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Shift of(
      @JsonProperty("seconds") @Nullable Amount seconds,
      @JsonProperty("fill") @Nullable ShiftFill fill,
      @JsonProperty("p") @Nullable Double p) {
    return new Shift(
        seconds == null ? Amount.between(-0.2, 0.2) : seconds,
        fill == null ? ShiftFill.SILENCE : fill,
        Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    double later = seconds.draw(random);
    long seed = random.nextLong();
    return new Effect(
        String.format(Locale.ROOT, "shifted by %+.0f ms", 1000 * later),
        clip -> shifted(clip, (int) Math.round(later * clip.sampleRate()), seed));
  }

  private Waveform shifted(Waveform clip, int by, long seed) {
    SplittableRandom hiss = new SplittableRandom(seed);
    float[] samples = new float[clip.length()];
    for (int i = 0; i < samples.length; i++) {
      long from = (long) i - by;
      boolean own = from >= 0 && from < samples.length;
      samples[i] = own ? clip.samples()[(int) from] : fill.sample(hiss);
    }
    return new Waveform(samples, clip.sampleRate());
  }
}
