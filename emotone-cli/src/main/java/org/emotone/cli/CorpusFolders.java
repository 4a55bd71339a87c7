package org.emotone.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option {@code --corpus}, which says where a corpus is. */
final class CorpusFolders {

  @Option(
      names = "--corpus",
      paramLabel = "ID=FOLDER",
      description =
          "Where a corpus is; once for each (see corpus list for the ids). For recordings of your"
              + " own: own=FOLDER or own=MANIFEST (see corpus import).")
  private Map<String, Path> folders = new LinkedHashMap<>();

  /** Folders by id, in the order in which they were given. */
  Map<String, Path> folders() {
    return folders;
  }
}
