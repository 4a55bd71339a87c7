package org.emotone.server.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Kept audio: a file for each recognition, under its id. */
final class AudioShelf {

  private final Path folder;

  private AudioShelf(Path folder) {
    this.folder = folder;
  }

  static AudioShelf in(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new AudioShelf(folder);
  }

  /** Takes an upload away and keeps it; afterwards it is complete on disk, or not there. */
  void keep(Path upload, String id) throws IOException {
    try (FileChannel channel = FileChannel.open(upload, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(upload, folder.resolve(id), StandardCopyOption.ATOMIC_MOVE);
    forceFolder();
  }

  /**
   * The new name is on disk only when the folder is; Windows cannot, and need not, write folders.
   */
  private void forceFolder() {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The file itself is written; what is lost with the power is only its name.
    }
  }

  Optional<Path> find(String id) {
    Path file = folder.resolve(id);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  /** Deletes audio, if there is any; what cannot be deleted now goes with the next sweep. */
  void delete(String id) {
    try {
      Files.deleteIfExists(folder.resolve(id));
    } catch (IOException e) {
      // The next start sweeps it away, as no recognition names it any more.
    }
  }

  /** Deletes all but the audio of these recognitions. */
  void sweep(Set<String> ids) {
    for (Path file : files()) {
      if (!ids.contains(file.getFileName().toString())) {
        delete(file.getFileName().toString());
      }
    }
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
