package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A recording of noise at a signal-to-noise ratio: {@code {type: recordedNoise, folder: street,
 * snrDb: [5, 20]}}. A random part of a random file of the folder; one that is too short is
 * repeated.
 *
 * @param folder where the recordings are, relative to the folder of the recipe
 * @param snrDb the ratio in dB, −20 to 100, 5 to 20 when left out
 * @param p that it is done, 1 when left out
 */
public record RecordedNoise(String folder, Amount snrDb, double p) implements SoundAugmentation {

  /** Checks the ranges. */
  public RecordedNoise {
    Chances.check(p);
    snrDb.check("snrDb", -20, 100);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static RecordedNoise of(
      @JsonProperty("folder") @Nullable String folder,
      @JsonProperty("snrDb") @Nullable Amount snrDb,
      @JsonProperty("p") @Nullable Double p) {
    return new RecordedNoise(
        NoiseFolder.required(folder),
        snrDb == null ? Amount.between(5, 20) : snrDb,
        Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    double place = random.nextDouble();
    double ratio = snrDb.draw(random);
    long seed = random.nextLong();
    return new Effect(
        String.format(Locale.ROOT, "recorded noise at %.1f dB SNR", ratio),
        clip ->
            Mixing.atRatio(
                clip, NoiseFolder.checked(folder).at(place, clip.sampleRate()), ratio, seed));
  }

  @Override
  public RecordedNoise from(Path recipeFolder) {
    return new RecordedNoise(NoiseFolder.from(recipeFolder, folder), snrDb, p);
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
