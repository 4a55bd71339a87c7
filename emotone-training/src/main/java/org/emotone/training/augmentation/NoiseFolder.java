package org.emotone.training.augmentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Resampler;
import org.emotone.corpus.files.AudioFiles;
import org.emotone.training.cache.Digest;
import org.jspecify.annotations.Nullable;

/** Recordings of noise in a folder and those below it; kept as long as there is memory for them. */
final class NoiseFolder {

  private static final Map<Path, NoiseFolder> OPENED = new ConcurrentHashMap<>();

  private final List<Path> files;
  private final Map<Key, SoftReference<Waveform>> read = new ConcurrentHashMap<>();

  private record Key(Path file, int sampleRate) {}

  private NoiseFolder(List<Path> files) {
    this.files = files;
  }

  /**
   * The recordings of a folder; it is searched once.
   *
   * @throws IOException if it is missing or holds none, in one line
   */
  static NoiseFolder of(String folder) throws IOException {
    Path place = Path.of(folder).toAbsolutePath().normalize();
    @Nullable NoiseFolder opened = OPENED.get(place);
    if (opened == null) {
      opened = new NoiseFolder(search(place));
      OPENED.put(place, opened);
    }
    return opened;
  }

  private static List<Path> search(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          folder + ": no such folder; augmentation looks for recordings of noise there");
    }
    List<Path> files =
        AudioFiles.under(folder).stream()
            .sorted(Comparator.comparing(file -> folder.relativize(file).toString()))
            .toList();
    if (files.isEmpty()) {
      throw new IOException(folder + ": no audio file in this folder of noise");
    }
    return files;
  }

  /** A hash of the contents of all files, in their order. */
  String digest() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : files) {
      all.append(Digest.of(file));
    }
    return Digest.of(all.toString()).substring(0, 16);
  }

  /** The recording at a place between 0 and 1, at a rate. */
  Waveform at(double place, int sampleRate) {
    Path file = files.get((int) (place * files.size()));
    Key key = new Key(file, sampleRate);
    @Nullable SoftReference<Waveform> kept = read.get(key);
    @Nullable Waveform noise = kept == null ? null : kept.get();
    if (noise == null) {
      try {
        noise = Resampler.resample(Audio.read(file), sampleRate);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      read.put(key, new SoftReference<>(noise));
    }
    return noise;
  }

  /** As {@link #of}, for a folder that was checked before. */
  static NoiseFolder checked(String folder) {
    try {
      return of(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A path of a recipe, taken from its folder. */
  static String from(Path recipeFolder, String folder) {
    return recipeFolder.toAbsolutePath().resolve(folder).normalize().toString();
  }

  /** What a recipe must say. */
  static String required(@Nullable String folder) {
    if (folder == null || folder.isBlank()) {
      throw new IllegalArgumentException("folder is missing: where recordings of noise are");
    }
    return folder;
  }
}
