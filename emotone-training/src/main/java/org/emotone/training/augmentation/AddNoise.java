package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Noise;
import org.jspecify.annotations.Nullable;

/**
 * Gaussian noise: {@code {type: noise, snrDb: [15, 30]}} or {@code {type: noise, amplitude:
 * 0.005}}. A clip of digital silence stays as it is where there is a ratio to reach.
 *
 * @param colour white when left out
 * @param snrDb signal-to-noise ratio of the mean squares over the whole clip in dB, −20 to 100;
 *     null if there is an amplitude, 15 to 30 if there is neither
 * @param amplitude standard deviation of the noise, 0 to 10, as a share of {@code of}; null if
 *     there is a ratio
 * @param of what the amplitude is a share of, full scale when left out
 * @param p that it is done, 1 when left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AddNoise(
    Colour colour, @Nullable Amount snrDb, @Nullable Amount amplitude, NoiseScale of, double p)
    implements SoundAugmentation {

  /** What {@link Noise} makes: −20 dB. */
  private static final double NOISE_RMS = 0.1;

  /** Checks the ranges. */
  public AddNoise {
    Chances.check(p);
    if ((snrDb == null) == (amplitude == null)) {
      throw new IllegalArgumentException("noise has either snrDb or amplitude");
    }
    if (snrDb != null) {
      snrDb.check("snrDb", -20, 100);
    }
    if (amplitude != null) {
      amplitude.check("amplitude", 0, 10);
    }
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static AddNoise of(
      @JsonProperty("colour") @Nullable Colour colour,
      @JsonProperty("snrDb") @Nullable Amount snrDb,
      @JsonProperty("amplitude") @Nullable Amount amplitude,
      @JsonProperty("of") @Nullable NoiseScale of,
      @JsonProperty("p") @Nullable Double p) {
    return new AddNoise(
        colour == null ? Colour.WHITE : colour,
        snrDb == null && amplitude == null ? Amount.between(15, 30) : snrDb,
        amplitude,
        of == null ? NoiseScale.FULL_SCALE : of,
        Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    long seed = random.nextLong();
    if (snrDb != null) {
      double ratio = snrDb.draw(random);
      return new Effect(
          String.format(Locale.ROOT, "%s noise at %.1f dB SNR", colour.words(), ratio),
          clip -> Mixing.atRatio(clip, noise(clip, seed), ratio, 0));
    }
    double share = amplitude == null ? 0 : amplitude.draw(random);
    return new Effect(
        String.format(Locale.ROOT, "%s noise of %.4f of %s", colour.words(), share, of.words()),
        clip -> Mixing.add(clip, 1, noise(clip, seed), share * of.in(clip) / NOISE_RMS));
  }

  private Waveform noise(Waveform clip, long seed) {
    return Noise.coloured(colour.exponent(), clip.length(), clip.sampleRate(), seed);
  }
}
