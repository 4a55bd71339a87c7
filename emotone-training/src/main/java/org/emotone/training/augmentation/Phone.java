package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Resampler;
import org.emotone.audio.signal.ResamplingQuality;
import org.emotone.audio.signal.SpectralFilter;
import org.jspecify.annotations.Nullable;

/**
 * A telephone line: 8 kHz, a band, and 8 bits a sample by ITU-T G.711: {@code {type: phone, law:
 * ulaw}}. The clip comes back at its own rate.
 *
 * @param law how samples become 8 bits, µ-law when left out
 * @param lowHz lower edge of the band, 1 to 1000 Hz, 300 when left out
 * @param highHz upper edge of the band, 1500 to 4000 Hz, 3400 when left out
 * @param p that it is done, 1 when left out
 */
public record Phone(PhoneLaw law, Amount lowHz, Amount highHz, double p)
    implements SoundAugmentation {

  private static final int RATE = 8000;

  /** Checks the ranges. */
  public Phone {
    Chances.check(p);
    lowHz.check("lowHz", 1, 1000);
    highHz.check("highHz", 1500, 4000);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Phone of(
      @JsonProperty("law") @Nullable PhoneLaw law,
      @JsonProperty("lowHz") @Nullable Amount lowHz,
      @JsonProperty("highHz") @Nullable Amount highHz,
      @JsonProperty("p") @Nullable Double p) {
    return new Phone(
        law == null ? PhoneLaw.ULAW : law,
        lowHz == null ? Amount.fixed(300) : lowHz,
        highHz == null ? Amount.fixed(3400) : highHz,
        Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    double low = lowHz.draw(random);
    double high = highHz.draw(random);
    SpectralFilter band = new SpectralFilter(low, high, Math.min(100, low));
    return new Effect(
        String.format(Locale.ROOT, "telephone, %s, %.0f to %.0f Hz", law.words(), low, high),
        clip -> call(clip, band));
  }

  private Waveform call(Waveform clip, SpectralFilter band) {
    Waveform narrow = Resampler.resample(clip, RATE, ResamplingQuality.STANDARD);
    Waveform coded = law.law().coded(band.apply(narrow));
    float[] back =
        Resampler.resample(coded, clip.sampleRate(), ResamplingQuality.STANDARD).samples();
    return new Waveform(Arrays.copyOf(back, clip.length()), clip.sampleRate());
  }
}
