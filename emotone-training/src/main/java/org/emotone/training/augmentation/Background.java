package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Mixture;
import org.jspecify.annotations.Nullable;

/**
 * A recording under the clip, by its own amplitude: {@code {type: background, folder: street,
 * share: [0, 0.1]}}.
 *
 * @param folder where the recordings are, relative to the folder of the recipe
 * @param share what the recording is multiplied by, 0 to 10, 0 to 0.1 when left out
 * @param gain what the clip is multiplied by, 0 to 10, 0.8 to 1.2 when left out
 * @param p that it is done, 1 when left out
 */
public record Background(String folder, Amount share, Amount gain, double p)
    implements SoundAugmentation {

  /** Checks the ranges. */
  public Background {
    Chances.check(p);
    share.check("share", 0, 10);
    gain.check("gain", 0, 10);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Background of(
      @JsonProperty("folder") @Nullable String folder,
      @JsonProperty("share") @Nullable Amount share,
      @JsonProperty("gain") @Nullable Amount gain,
      @JsonProperty("p") @Nullable Double p) {
    return new Background(
        NoiseFolder.required(folder),
        share == null ? Amount.between(0, 0.1) : share,
        gain == null ? Amount.between(0.8, 1.2) : gain,
        Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    double place = random.nextDouble();
    double part = share.draw(random);
    double own = gain.draw(random);
    long seed = random.nextLong();
    return new Effect(
        String.format(Locale.ROOT, "gain %.2f, background times %.3f", own, part),
        clip ->
            mix(clip, own, NoiseFolder.checked(folder).at(place, clip.sampleRate()), part, seed));
  }

  private static Waveform mix(Waveform clip, double own, Waveform noise, double part, long seed) {
    if (Mixing.silent(noise)) {
      return Mixing.add(clip, own, clip, 0);
    }
    // The part that Mixture takes of the noise, at the level it was recorded at.
    Waveform beside = Mixture.part(noise, clip.length(), seed);
    return Mixing.add(clip, own, beside, part);
  }

  @Override
  public Background from(Path recipeFolder) {
    return new Background(NoiseFolder.from(recipeFolder, folder), share, gain, p);
  }

  @Override
  public void check() throws IOException {
    NoiseFolder.of(folder);
  }

  @Override
  public String recordings() throws IOException {
    return NoiseFolder.of(folder).digest();
  }
}
