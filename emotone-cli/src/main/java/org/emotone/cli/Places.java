package org.emotone.cli;

import java.nio.file.Path;
import java.util.Optional;

/** The folders that the command line uses without being told. */
final class Places {

  private Places() {}

  /** Where caches go: {@code EMOTONE_HOME}, else {@code .emotone} in the user's home. */
  static Path home() {
    String home = System.getenv("EMOTONE_HOME");
    return home == null || home.isBlank()
        ? Path.of(System.getProperty("user.home"), ".emotone")
        : Path.of(home);
  }

  /** The checkout that the launcher belongs to; empty if Emotone was started without it. */
  static Optional<Path> checkout() {
    return Optional.ofNullable(System.getProperty("emotone.root")).map(Path::of);
  }
}
