package org.emotone.corpus.own;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.files.AudioFiles;
import org.emotone.corpus.files.Words;

/** Own recordings whose folders or names say the label. */
final class OwnFolders {

  private OwnFolders() {}

  /** Label, and speaker where there is a second folder, from the folders of each file. */
  static OwnClips byFolder(Path root) throws CorpusException {
    List<Path> files = AudioFiles.under(root);
    Path top = top(root, files);
    List<OwnClips.Row> rows = new ArrayList<>();
    Set<String> columns = new HashSet<>(Set.of(OwnClips.LABEL));
    for (Path file : files) {
      Path inside = top.relativize(file);
      Map<String, String> texts = new HashMap<>();
      if (inside.getNameCount() > 1) {
        texts.put(OwnClips.LABEL, inside.getName(0).toString());
      }
      if (inside.getNameCount() > 2) {
        texts.put(OwnClips.SPEAKER, inside.getName(1).toString());
        columns.add(OwnClips.SPEAKER);
      }
      rows.add(new OwnClips.Row(inside.toString(), file, texts));
    }
    return new OwnClips(columns, rows);
  }

  /** The folder that holds the folders of the classes: archives often have one more around. */
  private static Path top(Path root, List<Path> files) {
    Path top = root;
    while (!files.isEmpty()) {
      Path current = top;
      Set<Path> next = new HashSet<>();
      files.forEach(file -> next.add(current.relativize(file).getName(0)));
      Path only = next.iterator().next();
      boolean deeper = files.stream().allMatch(file -> current.relativize(file).getNameCount() > 2);
      if (next.size() > 1 || !deeper || Words.emotion(only.toString()).isPresent()) {
        return top;
      }
      top = top.resolve(only);
    }
    return top;
  }

  /** The label from what stands after the last underscore of each name. */
  static OwnClips byName(Path root) throws CorpusException {
    List<OwnClips.Row> rows = new ArrayList<>();
    for (Path file : AudioFiles.under(root)) {
      String stem = AudioFiles.stem(file);
      int dash = stem.lastIndexOf('_');
      rows.add(
          new OwnClips.Row(
              root.relativize(file).toString(),
              file,
              dash < 0 ? Map.of() : Map.of(OwnClips.LABEL, stem.substring(dash + 1))));
    }
    return new OwnClips(Set.of(OwnClips.LABEL), rows);
  }

  /**
   * Whether the names say the labels: all of them end in one that is known, and the folders do not
   * all say one.
   */
  static boolean labelledNames(Path root, OwnLabels labels) throws CorpusException {
    return allKnown(byName(root), labels) && !allKnown(byFolder(root), labels);
  }

  private static boolean allKnown(OwnClips clips, OwnLabels labels) {
    return !clips.rows().isEmpty()
        && clips.rows().stream()
            .map(row -> row.texts().getOrDefault(OwnClips.LABEL, ""))
            .allMatch(label -> labels.emotion(label).isPresent());
  }
}
