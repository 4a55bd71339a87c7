package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Noise;
import org.jspecify.annotations.Nullable;

/**
 * Several voices of a folder at once, at a signal-to-noise ratio: {@code {type: babble, folder:
 * voices, voices: [3, 8]}}.
 *
 * @param folder where recordings of voices are, relative to the folder of the recipe
 * @param voices how many, 1 to 50, 3 to 8 when left out
 * @param snrDb the ratio in dB, −20 to 100, 5 to 20 when left out
 * @param p that it is done, 1 when left out
 */
public record Babble(String folder, Amount voices, Amount snrDb, double p)
    implements SoundAugmentation {

  /** Checks the ranges. */
  public Babble {
    Chances.check(p);
    voices.check("voices", 1, 50);
    snrDb.check("snrDb", -20, 100);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Babble of(
      @JsonProperty("folder") @Nullable String folder,
      @JsonProperty("voices") @Nullable Amount voices,
      @JsonProperty("snrDb") @Nullable Amount snrDb,
      @JsonProperty("p") @Nullable Double p) {
    return new Babble(
        NoiseFolder.required(folder),
        voices == null ? Amount.between(3, 8) : voices,
        snrDb == null ? Amount.between(5, 20) : snrDb,
        Chances.orAlways(p));
  }

  @Override
  public Effect draw(SplittableRandom random) {
    int many = (int) Math.round(voices.draw(random));
    double[] places = random.doubles(many).toArray();
    double ratio = snrDb.draw(random);
    long seed = random.nextLong();
    return new Effect(
        String.format(Locale.ROOT, "babble of %d voices at %.1f dB SNR", many, ratio),
        clip -> {
          Waveform babble = babble(clip, places, seed);
          return babble.length() == 0 ? clip : Mixing.atRatio(clip, babble, ratio, 0);
        });
  }

  private Waveform babble(Waveform clip, double[] places, long seed) {
    NoiseFolder people = NoiseFolder.checked(folder);
    int rate = clip.sampleRate();
    List<Waveform> heard =
        Arrays.stream(places)
            .mapToObj(place -> people.at(place, rate))
            .filter(voice -> !Mixing.silent(voice))
            .toList();
    return heard.isEmpty()
        ? new Waveform(new float[0], rate)
        : Noise.babble(heard, clip.length(), rate, seed);
  }

  @Override
  public Babble from(Path recipeFolder) {
    return new Babble(NoiseFolder.from(recipeFolder, folder), voices, snrDb, p);
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
