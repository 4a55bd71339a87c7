package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.jspecify.annotations.Nullable;

/**
 * Silence in places, as of lost packets: {@code {type: gaps, count: [1, 3], seconds: [0.01, 0.1]}}.
 *
 * @param count how many, 1 to 100, rounded, 1 to 3 when left out
 * @param seconds how long each is, 0 to 10 s, 0.01 to 0.1 when left out
 * @param p that it is done, 1 when left out
 */
public record Gaps(Amount count, Amount seconds, double p) implements SoundAugmentation {

  /** Checks the ranges. */
  public Gaps {
    Chances.check(p);
    count.check("count", 1, 100);
    seconds.check("seconds", 0, 10);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Gaps of(
      @JsonProperty("count") @Nullable Amount count,
      @JsonProperty("seconds") @Nullable Amount seconds,
      @JsonProperty("p") @Nullable Double p) {
    return new Gaps(
        count == null ? Amount.between(1, 3) : count,
        seconds == null ? Amount.between(0.01, 0.1) : seconds,
        Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    int many = (int) Math.round(count.draw(random));
    double[] lengths = new double[many];
    double[] places = new double[many];
    for (int i = 0; i < many; i++) {
      lengths[i] = seconds.draw(random);
      places[i] = random.nextDouble();
    }
    double all = Arrays.stream(lengths).sum();
    return new Effect(
        String.format(Locale.ROOT, "%d gaps, %.0f ms together", many, 1000 * all),
        clip -> silenced(clip, lengths, places));
  }

  private static Waveform silenced(Waveform clip, double[] lengths, double[] places) {
    float[] samples = clip.samples().clone();
    for (int i = 0; i < lengths.length; i++) {
      int length = (int) Math.min(samples.length, Math.round(lengths[i] * clip.sampleRate()));
      int first = (int) (places[i] * (samples.length - length + 1));
      Arrays.fill(samples, first, first + length, 0);
    }
    return new Waveform(samples, clip.sampleRate());
  }
}
