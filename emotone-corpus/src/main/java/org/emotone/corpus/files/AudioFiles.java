package org.emotone.corpus.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.emotone.audio.AudioExtensions;
import org.emotone.corpus.CorpusException;

/** The audio files under a folder, in an order that does not depend on the file system. */
public final class AudioFiles {

  /**
   * Extensions in lower case, best first: the order decides which of two copies is read. Some are
   * of formats that cannot be decoded: better an error that names the file than a file that is
   * missing and nobody knows.
   */
  public static final List<String> EXTENSIONS = AudioExtensions.ALL;

  private AudioFiles() {}

  /**
   * All audio files under a folder, links followed, hidden files and what macOS packs beside files
   * ({@code __MACOSX}) skipped. Lossless files come before lossy ones, shallow before deep, then by
   * path, so that the first of several copies is the one to read.
   *
   * @throws CorpusException if the folder is missing or a part of it cannot be read
   */
  public static List<Path> under(Path root) throws CorpusException {
    if (!Files.isDirectory(root)) {
      throw new CorpusException(
          root
              + (Files.exists(root)
                  ? ": is a file; give the folder that holds the corpus"
                  : ": there is no such folder; give the folder that holds the corpus"));
    }
    Collector found = new Collector(root);
    try {
      Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, found);
    } catch (IOException e) {
      throw new CorpusException(
          e.getMessage() + ": cannot be read; the corpus in " + root + " would be incomplete", e);
    }
    found.files.sort(
        Comparator.comparingInt((Path file) -> EXTENSIONS.indexOf(extension(file)))
            .thenComparingInt(Path::getNameCount)
            .thenComparing(Path::toString));
    return found.files;
  }

  /** The extension in lower case without its dot, empty if there is none. */
  public static String extension(Path file) {
    String name = name(file);
    return name.substring(dot(name)).replace(".", "").toLowerCase(Locale.ROOT);
  }

  /** The file's name without its extension. */
  public static String stem(Path file) {
    String name = name(file);
    return name.substring(0, dot(name));
  }

  /** The name of the folder that holds the file, empty if its path does not say. */
  public static String folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? "" : name(parent);
  }

  /** The last folders' names and the stem, joined by slashes. */
  public static String tail(Path file, int folders) {
    StringBuilder tail = new StringBuilder(stem(file));
    Path parent = file.getParent();
    for (int i = 0; i < folders && parent != null; i++, parent = parent.getParent()) {
      tail.insert(0, name(parent) + "/");
    }
    return tail.toString();
  }

  private static int dot(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name.length() : dot;
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> files = new ArrayList<>();

    Collector(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(root) && skipped(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !skipped(file) && EXTENSIONS.contains(extension(file))) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof FileSystemLoopException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    private static boolean skipped(Path path) {
      String name = name(path);
      return name.startsWith(".") || name.equals("__MACOSX");
    }
  }
}
