package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotone.BundleException;

/** Finds models: files by path, shipped ones by name. */
final class Models {

  private static final String EXTENSION = ".emotone";

  private Models() {}

  /**
   * The file of a model.
   *
   * @param nameOrPath a path, or the name of a file in {@code models/} without its extension
   * @throws BundleException if there is none, naming the models that there are
   */
  static Path find(String nameOrPath) throws IOException {
    Path path = Path.of(nameOrPath);
    if (Files.exists(path) && !Files.isDirectory(path)) {
      return path;
    }
    Optional<Path> folder = Places.checkout().map(root -> root.resolve("models"));
    if (folder.isPresent() && path.getNameCount() == 1 && !nameOrPath.isBlank()) {
      Path shipped = folder.get().resolve(nameOrPath + EXTENSION);
      if (Files.isRegularFile(shipped)) {
        return shipped;
      }
    }
    List<String> names = names(folder);
    throw new BundleException(
        nameOrPath
            + ": there is no such file and no model of that name; "
            + (names.isEmpty()
                ? "models/ holds none"
                : "models/ holds " + String.join(", ", names)));
  }

  private static List<String> names(Optional<Path> folder) throws IOException {
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(EXTENSION))
          .map(name -> name.substring(0, name.length() - EXTENSION.length()))
          .sorted()
          .toList();
    }
  }
}
