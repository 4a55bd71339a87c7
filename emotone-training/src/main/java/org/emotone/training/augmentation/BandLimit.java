package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.SplittableRandom;
import org.emotone.audio.signal.SpectralFilter;
import org.emotone.features.check.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * Without low or high frequencies: {@code {type: bandLimit, lowHz: [50, 150], highHz: [6500,
 * 7500]}}; one of both is enough. Edges beyond half the sample rate do nothing.
 *
 * @param lowHz below which nothing is left, 1 to 20 000 Hz, null for none
 * @param highHz above which nothing is left, 100 to 100 000 Hz, null for none
 * @param transitionHz width of an edge, 1 to 10 000 Hz, at most as much as the lower edge, 100 when
 *     left out
 * @param p that it is done, 1 when left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BandLimit(
    @Nullable Amount lowHz, @Nullable Amount highHz, double transitionHz, double p)
    implements SoundAugmentation {

  /** Checks the ranges. */
  public BandLimit {
    Chances.check(p);
    Bounds.check("transitionHz", transitionHz, 1, 10_000);
    if (lowHz == null && highHz == null) {
      throw new IllegalArgumentException("bandLimit needs lowHz or highHz or both");
    }
    if (lowHz != null) {
      lowHz.check("lowHz", 1, 20_000);
    }
    if (highHz != null) {
      highHz.check("highHz", 100, 100_000);
    }
    double low = lowHz == null ? 0 : lowHz.most();
    double high = highHz == null ? Double.POSITIVE_INFINITY : highHz.least();
    if (low >= high) {
      throw new IllegalArgumentException(
          "lowHz must be below highHz, were up to " + low + " and from " + high + " Hz");
    }
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static BandLimit of(
      @JsonProperty("lowHz") @Nullable Amount lowHz,
      @JsonProperty("highHz") @Nullable Amount highHz,
      @JsonProperty("transitionHz") @Nullable Double transitionHz,
      @JsonProperty("p") @Nullable Double p) {
    return new BandLimit(
        lowHz, highHz, transitionHz == null ? 100.0 : transitionHz, Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    double low = lowHz == null ? 0 : lowHz.draw(random);
    double high = highHz == null ? Double.POSITIVE_INFINITY : highHz.draw(random);
    double width = low == 0 ? transitionHz : Math.min(transitionHz, low);
    SpectralFilter filter = new SpectralFilter(low, high, width);
    String words =
        high == Double.POSITIVE_INFINITY
            ? String.format(Locale.ROOT, "from %.0f Hz", low)
            : String.format(Locale.ROOT, "%.0f to %.0f Hz", low, high);
    return new Effect(words, filter::apply);
  }
}
