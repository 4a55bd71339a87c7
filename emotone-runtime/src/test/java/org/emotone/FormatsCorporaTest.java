package org.emotone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.emotone.audio.Audio;
import org.emotone.audio.WavWriter;
import org.emotone.audio.signal.Resampler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same clip in other formats and at other rates, as FFmpeg makes them, gets the same answer of
 * the default model: 20 clips of each of five corpora.
 */
@Tag("corpora")
class FormatsCorporaTest {

  private static final int CLIPS_PER_CORPUS = 20;

  /** Where nothing is lost. */
  private static final int LOSSLESS = 99;

  /** Of the probability of the best class, between lossless files of one clip. */
  private static final double LARGEST_CHANGE = 0.02;

  private static final int LOSSY = 0;

  private static final List<String> CORPORA =
      List.of("ravdess", "cremad", "tess", "savee", "emodb");

  /**
   * A way to write a clip.
   *
   * @param name what the table calls it
   * @param rate in Hz
   * @param stereo whether there are two channels, both the same
   * @param file name of the file
   * @param codec FFmpeg's arguments
   * @param least of a hundred answers, how many must stay the same
   */
  private record Variant(
      String name, int rate, boolean stereo, String file, List<String> codec, int least) {

    List<String> arguments(Path folder) {
      // Floats come out of soxr: to integers it adds noise that differs from run to run.
      String resample = "aresample=" + rate + ":resampler=soxr:precision=28:cutoff=0.99:osf=flt";
      String filter = stereo ? resample + ",pan=stereo|c0=c0|c1=c0" : resample;
      List<String> arguments = new ArrayList<>(List.of("-af", filter));
      arguments.addAll(codec);
      arguments.add(folder.resolve(file).toString());
      return arguments;
    }
  }

  /** What became of the answers. */
  private static final class Tally {
    private int clips;
    private int same;
    private double sum;
    private double largest;

    void add(Recognition original, Recognition other) {
      String top = original.best().label();
      double probability =
          other.scores().stream()
              .filter(score -> score.label().equals(top))
              .findFirst()
              .orElseThrow()
              .probability();
      double change = Math.abs(probability - original.best().probability());
      clips++;
      same += other.best().label().equals(top) ? 1 : 0;
      sum += change;
      largest = Math.max(largest, change);
    }

    String row(Variant variant) {
      return String.format(
          Locale.ROOT,
          "%s | %d of %d | %.4f | %.4f",
          variant.name(),
          same,
          clips,
          sum / clips,
          largest);
    }
  }

  @Test
  void formatAndRateDoNotChangeTheAnswer(@TempDir Path folder) throws Exception {
    assumeTrue(hasFfmpeg(), "ffmpeg is not on the PATH");
    List<Variant> variants = variants();
    List<Tally> tallies = variants.stream().map(variant -> new Tally()).toList();
    try (Recognizer recognizer = Recognizer.open(Path.of("..", "models", "default.emotone"))) {
      for (Path clip : clips()) {
        Path original = folder.resolve("original.wav");
        WavWriter.write(original, Resampler.resample(Audio.read(clip), 16_000));
        encode(original, variants, folder);
        Recognition answer = recognizer.recognize(original);
        for (int i = 0; i < variants.size(); i++) {
          Path file = folder.resolve(variants.get(i).file());
          tallies.get(i).add(answer, recognizer.recognize(file));
        }
      }
    }
    List<String> table = new ArrayList<>();
    table.add("format | same emotion | mean change of its probability | largest");
    for (int i = 0; i < variants.size(); i++) {
      table.add(tallies.get(i).row(variants.get(i)));
    }
    Path figures = Files.createDirectories(Path.of("target", "figures"));
    Files.write(figures.resolve("formats.txt"), table);
    for (int i = 0; i < variants.size(); i++) {
      Variant variant = variants.get(i);
      int least = tallies.get(i).clips * variant.least() / 100;
      assertThat(tallies.get(i).same).as(variant.name()).isGreaterThanOrEqualTo(least);
      if (variant.least() == LOSSLESS) {
        assertThat(tallies.get(i).largest).as(variant.name()).isLessThan(LARGEST_CHANGE);
      }
    }
  }

  private static List<Variant> variants() {
    List<Variant> variants = new ArrayList<>();
    List<String> pcm = List.of("-c:a", "pcm_s16le");
    for (int rate : new int[] {8000, 16_000, 22_050, 24_400, 44_100, 48_000, 96_000}) {
      for (boolean stereo : new boolean[] {false, true}) {
        String name = "WAV %d Hz %s".formatted(rate, stereo ? "stereo" : "mono");
        String file = rate + (stereo ? "-stereo.wav" : ".wav");
        int least = rate < 16_000 ? LOSSY : LOSSLESS;
        variants.add(new Variant(name, rate, stereo, file, pcm, least));
      }
    }
    for (int rate : new int[] {22_050, 24_400, 48_000}) {
      String name = "WAV %d Hz mono, 24 bit".formatted(rate);
      List<String> wide = List.of("-c:a", "pcm_s24le");
      variants.add(new Variant(name, rate, false, rate + "-24.wav", wide, LOSSLESS));
    }
    List<String> flac = List.of("-c:a", "flac", "-sample_fmt", "s16");
    variants.add(new Variant("FLAC 16000 Hz", 16_000, false, "16.flac", flac, LOSSLESS));
    variants.add(new Variant("FLAC 48000 Hz stereo", 48_000, true, "48.flac", flac, LOSSLESS));
    for (int kilobits : new int[] {24, 64}) {
      variants.add(lossy("Opus", 48_000, kilobits, "libopus", "opus"));
    }
    for (int kilobits : new int[] {64, 128}) {
      variants.add(lossy("MP3", 44_100, kilobits, "libmp3lame", "mp3"));
    }
    return variants;
  }

  private static Variant lossy(String name, int rate, int kilobits, String codec, String ending) {
    List<String> arguments = List.of("-c:a", codec, "-b:a", kilobits + "k");
    String file = kilobits + "." + ending;
    return new Variant(name + " " + kilobits + " kbit/s", rate, false, file, arguments, LOSSY);
  }

  private static boolean hasFfmpeg() throws InterruptedException {
    try {
      return run(List.of("ffmpeg", "-version"));
    } catch (IOException e) {
      return false;
    }
  }

  private static void encode(Path original, List<Variant> variants, Path folder)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("ffmpeg", "-y", "-loglevel", "error", "-i", original.toString()));
    variants.forEach(variant -> command.addAll(variant.arguments(folder)));
    assertThat(run(command)).as("%s", command).isTrue();
  }

  private static boolean run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
  }

  /** Clips evenly spread over each corpus. */
  private static List<Path> clips() throws IOException {
    String folder = System.getenv("EMOTONE_CORPORA");
    assertThat(folder).as("EMOTONE_CORPORA: the folder that holds ravdess, cremad …").isNotNull();
    List<Path> clips = new ArrayList<>();
    for (String corpus : CORPORA) {
      try (Stream<Path> walk = Files.walk(Path.of(folder, corpus))) {
        List<Path> all =
            walk.filter(file -> file.toString().matches(".*\\.(wav|flac|opus)")).sorted().toList();
        for (int i = 0; i < CLIPS_PER_CORPUS; i++) {
          clips.add(all.get(i * all.size() / CLIPS_PER_CORPUS));
        }
      }
    }
    return clips;
  }
}
