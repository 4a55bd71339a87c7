package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.SplittableRandom;
import org.emotone.training.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Stretches the frequency axis of features, as a longer or shorter vocal tract would (vocal tract
 * length perturbation: Jaitly and Hinton, 2013), by linear interpolation between coefficients:
 * {@code {type: frequencyStretch, most: 0.15}}. Makes sense for coefficients that lie along
 * frequency, such as mel bands; {@link Vtlp} does it to sound.
 *
 * @param most the greatest relative change, in [0, 0.5], 0.1 when left out
 * @param p that it is done, 1 when left out
 */
public record FrequencyStretch(double most, double p) implements FeatureAugmentation {

  /** Checks the ranges. */
  public FrequencyStretch {
    Chances.check(p);
    Ranges.within("most", most, 0, 0.5);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static FrequencyStretch of(
      @JsonProperty("most") @Nullable Double most, @JsonProperty("p") @Nullable Double p) {
    return new FrequencyStretch(most == null ? 0.1 : most, Chances.orAlways(p));
  }

  /**
   * Stretches all frames by one factor from {@code 1 − most} to {@code 1 + most}; what a stretched
   * axis leaves empty takes the value of the last coefficient.
   */
  @Override
  public void change(
      SplittableRandom random, float[] features, int offset, int frames, int coefficients) {
    double step = 1 / (1 + most * (2 * random.nextDouble() - 1));
    float[] frame = new float[coefficients];
    for (int t = 0; t < frames; t++) {
      int start = offset + t * coefficients;
      System.arraycopy(features, start, frame, 0, coefficients);
      for (int c = 0; c < coefficients; c++) {
        double position = Math.min(c * step, coefficients - 1);
        int below = (int) position;
        int above = Math.min(below + 1, coefficients - 1);
        features[start + c] =
            (float) (frame[below] + (position - below) * (frame[above] - frame[below]));
      }
    }
  }
}
