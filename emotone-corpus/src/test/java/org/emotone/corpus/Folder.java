package org.emotone.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of empty files, for readers that look at names only. */
public final class Folder {

  private Folder() {}

  /** Makes empty files and the folders that they are in. */
  public static Path with(Path root, String... files) {
    for (String file : files) {
      text(root.resolve(file), "");
    }
    return root;
  }

  /** Writes a text file. */
  public static Path text(Path file, String text) {
    try {
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
