package org.emotone.features.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.emotone.audio.Audio;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Resampler;

/** Real clips, as they are given to the programs we compare with: WAV of 16 bits and 16 kHz. */
public final class Clips {

  private Clips() {}

  /** The folder of the corpora. */
  public static Path corpora() {
    String folder = System.getenv("EMOTONE_CORPORA");
    if (folder == null) {
      throw new IllegalStateException(
          "set EMOTONE_CORPORA to the folder that holds ravdess/, cremad/, tess/, savee/, emodb/");
    }
    return Path.of(folder);
  }

  /** A clip below that folder, as such a WAV file gives it. */
  public static Waveform read(String clip) throws IOException {
    Path file = Files.createTempFile("clip", ".wav");
    try {
      write(file, clip);
      return Audio.read(file);
    } finally {
      Files.delete(file);
    }
  }

  /**
   * Writes clips as WAV: the arguments are a folder to write to, then either paths below
   * EMOTONE_CORPORA or, for every clip of a corpus, its folder; {@code N:FOLDER} takes N clips
   * spread over it.
   */
  public static void main(String[] arguments) throws IOException {
    Path out = Files.createDirectories(Path.of(arguments[0]));
    for (int i = 1; i < arguments.length; i++) {
      for (String clip : expand(arguments[i])) {
        String name = clip.replace("/", "__") + ".wav";
        write(out.resolve(name), clip);
      }
    }
  }

  private static void write(Path file, String clip) throws IOException {
    WavWriter.write(file, Resampler.resample(Audio.read(corpora().resolve(clip)), 16_000));
  }

  private static List<String> expand(String argument) {
    int colon = argument.indexOf(':');
    String folder = argument.substring(colon + 1);
    try (Stream<Path> paths = Files.walk(corpora().resolve(folder))) {
      List<String> clips =
          paths
              .filter(path -> path.toString().matches(".*\\.(wav|flac|ogg|opus)"))
              .map(path -> corpora().relativize(path).toString().replace('\\', '/'))
              .sorted()
              .toList();
      int count = colon < 0 ? clips.size() : Integer.parseInt(argument.substring(0, colon));
      List<String> chosen = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        chosen.add(clips.get((int) ((i + 0.5) * clips.size() / count)));
      }
      return chosen;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
