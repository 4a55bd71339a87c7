package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Level;
import org.emotone.audio.signal.Resampler;
import org.emotone.report.BeforeAfterPlot;
import org.emotone.training.augmentation.Augmentation;
import org.emotone.training.augmentation.Catalogue;
import org.emotone.training.augmentation.Chain;
import org.emotone.training.augmentation.Copies;
import org.emotone.training.augmentation.Effect;
import org.emotone.training.augmentation.Stage;
import org.emotone.training.cache.Digest;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code emotone augment}: makes audible what augmentation does to recordings. */
@Command(
    name = "augment",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Hear and see what augmentation does to recordings.",
    description = {
      "",
      "Writes recordings as a network would learn them: as a recipe says, as --with says, or, without "
          + "either, once for each kind of augmentation. What was drawn is printed. Results are mono; "
          + "where one would exceed full scale, it is turned down. docs/augmentation.md has all kinds.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone augment -o heard --plot samples/sad-woman.wav     every kind, one after the other",
      "  emotone augment -o heard --with '{type: pitch, semitones: [-3, 3]}' --versions 5 clip.wav",
      "  emotone augment -o heard --with '{type: noise, snrDb: 10}, {type: phone}' calls",
      "  emotone augment -o heard --recipe recipes/my.yaml clip.wav"
    })
final class AugmentCommand implements Callable<Integer> {

  /**
   * An augmentation that is left out by chance is drawn again so often, where it is to be heard.
   */
  private static final int PATIENCE = 1000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private AudioWork work = new AudioWork();

  @Option(
      names = "--with",
      paramLabel = "YAML",
      description = "Augmentations as they stand in a recipe, with commas between them.")
  private @Nullable String with;

  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description = "The augmentation of this recipe, at the sample rate of its front-end.")
  private @Nullable Path recipe;

  @Option(
      names = "--each",
      description = "Each augmentation of --with or --recipe by itself instead of all together.")
  private boolean each;

  @Option(
      names = "--versions",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many of each recording (default: ${DEFAULT-VALUE}).")
  private int versions = 1;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed and recording, the same result (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--rate",
      paramLabel = "HZ",
      description = "Work at this sample rate instead of the recording's or the recipe's.")
  private @Nullable Integer rate;

  /** What is written beside each other: a chain and what its files are called. */
  private record Take(String name, Chain chain) {}

  @Override
  public Integer call() throws IOException, RecipeException {
    if (with != null && recipe != null) {
      throw usage("--with and --recipe do not go together");
    }
    if (versions < 1 || versions > 1000) {
      throw usage("--versions must be from 1 to 1000, was " + versions);
    }
    if (rate != null && (rate < 1000 || rate > 384_000)) {
      throw usage("--rate must be from 1000 to 384000 Hz, was " + rate);
    }
    int wanted = rate == null ? 0 : rate;
    List<Augmentation> steps = Catalogue.sound();
    if (with != null) {
      steps = RecipeFile.parseAugmentation("--with", with);
    } else if (recipe != null) {
      Recipe read = RecipeFile.read(recipe);
      steps = read.augmentation();
      wanted = rate == null ? read.frontEnd().sampleRate() : wanted;
    }
    Chain chain = audible(new Chain(steps));
    chain.check();
    List<Take> takes = takes(chain, each || (with == null && recipe == null));
    int at = wanted;
    return work.run("augmenting", true, (file, listener) -> augment(file, at, takes));
  }

  /** The part that works on sound; what works on features can not be heard. */
  private Chain audible(Chain chain) {
    int silent = chain.of(Stage.FEATURES).steps().size();
    Chain sound = chain.of(Stage.SOUND);
    if (sound.isEmpty()) {
      throw usage(
          chain.isEmpty()
              ? "there is no augmentation in the recipe"
              : "all of these work on features and cannot be heard");
    }
    if (silent > 0) {
      spec.commandLine()
          .getErr()
          .println("emotone: left out, as they work on features: " + silent + " augmentations");
    }
    return sound;
  }

  private static List<Take> takes(Chain chain, boolean apart) {
    if (!apart) {
      return List.of(new Take("", chain));
    }
    List<Take> takes = new ArrayList<>();
    for (Augmentation step : chain.steps()) {
      String type = Catalogue.name(step);
      long before = takes.stream().filter(take -> take.name().matches("-" + type + "\\d*")).count();
      takes.add(new Take("-" + type + (before == 0 ? "" : before + 1), new Chain(List.of(step))));
    }
    return takes;
  }

  private void augment(Path file, int at, List<Take> takes) throws IOException {
    Waveform read = Audio.read(file);
    if (read.length() == 0) {
      throw new IOException(file + ": holds no sound");
    }
    Waveform clip = at == 0 ? read : Resampler.resample(read, at);
    String digest = Digest.of(file);
    for (Take take : takes) {
      for (int version = 1; version <= versions; version++) {
        String ending = take.name() + (versions > 1 || take.name().isEmpty() ? "-" + version : "");
        write(file, clip, draw(take, digest, version), ending);
      }
    }
  }

  private List<Effect> draw(Take take, String digest, int version) {
    SplittableRandom random = Copies.random(seed, digest, version);
    List<Effect> effects = take.chain().drawSound(random);
    for (int i = 0; i < PATIENCE && effects.isEmpty() && !take.name().isEmpty(); i++) {
      effects = take.chain().drawSound(random);
    }
    return effects;
  }

  private void write(Path file, Waveform clip, List<Effect> effects, String ending)
      throws IOException {
    Waveform changed = Chain.apply(clip, effects);
    double peakDb = Level.of(changed).peakDb();
    Waveform result = peakDb > 0 ? Level.gain(changed, -peakDb) : changed;
    String words = Chain.words(effects);
    try (Results.Pending pending = work.result(file, ending + ".wav")) {
      WavFile.write(pending.file(), result);
      pending.keep();
      String turned =
          peakDb > 0 ? String.format(Locale.ROOT, ", turned down by %.1f dB", peakDb) : "";
      work.printer().println(pending.target() + "  " + words + turned);
    }
    if (work.plots()) {
      try (Results.Pending pending = work.result(file, ending + ".png")) {
        String title = String.valueOf(file.getFileName());
        new BeforeAfterPlot(clip, changed, title, words).write(pending.file());
        pending.keep();
      }
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
