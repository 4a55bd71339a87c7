package org.emotone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.emotone.corpus.files.AudioFiles;

/**
 * The files to be heard.
 *
 * @param files every file that was named or matches a pattern, and in folders every file that is
 *     audio by its extension or its first bytes, in the order of the arguments and sorted within a
 *     folder
 * @param problems one line for each argument or folder that cannot be searched or holds no audio
 */
record Clips(List<Path> files, List<String> problems) {

  private static final Set<String> EXTENSIONS = Set.copyOf(AudioFiles.EXTENSIONS);

  private static final Set<String> FIRST_BYTES =
      Set.of("RIFF", "RF64", "BW64", "FORM", ".snd", "fLaC", "OggS");

  /** Looks for the files. Hidden files and folders within folders are passed over. */
  static Clips under(List<Path> arguments) {
    List<Path> files = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path argument : arguments) {
      if (FilePattern.isOne(argument)) {
        List<Path> matches = FilePattern.matches(argument, problems);
        files.addAll(matches);
        continue;
      }
      if (!Files.isDirectory(argument)) {
        files.add(argument);
        continue;
      }
      int before = files.size() + problems.size();
      search(argument, files, problems);
      if (files.size() + problems.size() == before) {
        problems.add(argument + ": no audio file in this folder");
      }
    }
    return new Clips(List.copyOf(files), List.copyOf(problems));
  }

  private static void search(Path folder, List<Path> files, List<String> problems) {
    Set<Path> found = new TreeSet<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
              boolean hidden = !inner.equals(folder) && isHidden(inner);
              return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && !isHidden(file) && isAudio(file)) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              if (!(e instanceof FileSystemLoopException)) {
                problems.add(Failures.line(e));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      problems.add(Failures.line(e));
    }
    files.addAll(found);
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static boolean isAudio(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1))) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return FIRST_BYTES.contains(new String(in.readNBytes(4), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return false;
    }
  }
}
