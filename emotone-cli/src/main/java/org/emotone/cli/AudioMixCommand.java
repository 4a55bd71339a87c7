package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Level;
import org.emotone.audio.signal.Mixture;
import org.emotone.audio.signal.Noise;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code emotone audio mix}: recordings in noise. */
@Command(
    name = "mix",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Add noise to recordings at a signal-to-noise ratio.",
    description = {
      "",
      "Noise is white, pink, a recording, which is cropped or repeated, or babble: all recordings of "
          + "a folder at once. The ratio is that of the mean squares over the whole recording. The "
          + "result is mono; where it would exceed full scale, all of it is turned down.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone audio mix --noise white --snr 10 --out noisy clips",
      "  emotone audio mix --noise street.wav --snr 5 --seed 7 --out noisy a.wav b.wav",
      "  emotone audio mix --noise voices/ --snr 0 --out noisy clips   babble of a folder's voices"
    })
final class AudioMixCommand implements Callable<Integer> {

  private static final int MOST_VOICES = 12;

  @Mixin private AudioWork work = new AudioWork();

  @Option(
      names = "--noise",
      required = true,
      paramLabel = "NOISE",
      description = "white, pink, a file, or a folder of voices.")
  private String noise = "white";

  @Option(names = "--snr", required = true, paramLabel = "DB", description = "The ratio in dB.")
  private double snr;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed, the same noise (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    Path place = Path.of(noise);
    List<Waveform> sources = new ArrayList<>();
    if (Files.isDirectory(place)) {
      for (Path voice : Clips.under(List.of(place)).files()) {
        if (sources.size() < MOST_VOICES) {
          sources.add(Audio.read(voice));
        }
      }
    } else if (!noise.equals("white") && !noise.equals("pink")) {
      sources.add(Audio.read(place));
    }
    return work.run("mixing", true, (file, listener) -> mix(file, sources));
  }

  private void mix(Path file, List<Waveform> sources) throws IOException {
    Waveform speech = Audio.read(file);
    Waveform both = Mixture.of(speech, noise(speech, sources), snr, seed).waveform();
    double peakDb = Level.of(both).peakDb();
    Waveform mixture = peakDb > 0 ? Level.gain(both, -peakDb) : both;
    try (Results.Pending result = work.result(file, ".wav")) {
      WavFile.write(result.file(), mixture);
      result.keep();
      String turned =
          peakDb > 0 ? String.format(Locale.ROOT, ", turned down by %.1f dB", peakDb) : "";
      work.printer().printf(Locale.ROOT, "%s  %.1f dB%s%n", result.target(), snr, turned);
    }
    work.plot(file, mixture, List.of(), "");
  }

  private Waveform noise(Waveform speech, List<Waveform> sources) {
    int length = speech.length();
    int rate = speech.sampleRate();
    return switch (noise) {
      case "white" -> Noise.white(length, rate, seed);
      case "pink" -> Noise.pink(length, rate, seed);
      default -> sources.size() == 1 ? sources.get(0) : Noise.babble(sources, length, rate, seed);
    };
  }
}
