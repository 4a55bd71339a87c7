package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.jspecify.annotations.Nullable;

/**
 * Too loud for its microphone: a share of the samples, those of the largest amplitudes, is cut off
 * at one level: {@code {type: clipping, share: [0, 0.02]}}.
 *
 * @param share of the samples, 0 to 0.9, 0 to 0.02 when left out
 * @param p that it is done, 1 when left out
 */
public record Clipping(Amount share, double p) implements SoundAugmentation {

  /** Checks the ranges. */
  public Clipping {
    Chances.check(p);
    share.check("share", 0, 0.9);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Clipping of(
      @JsonProperty("share") @Nullable Amount share, @JsonProperty("p") @Nullable Double p) {
    return new Clipping(share == null ? Amount.between(0, 0.02) : share, Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    double cut = share.draw(random);
    return new Effect(
        String.format(Locale.ROOT, "%.1f %% clipped", 100 * cut), clip -> clipped(clip, cut));
  }

  private static Waveform clipped(Waveform clip, double cut) {
    float[] sizes = clip.samples().clone();
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(sizes[i]);
    }
    Arrays.sort(sizes);
    float level = sizes[Math.max(0, sizes.length - 1 - (int) Math.round(cut * sizes.length))];
    float[] samples = clip.samples().clone();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Math.max(-level, Math.min(level, samples[i]));
    }
    return new Waveform(samples, clip.sampleRate());
  }
}
