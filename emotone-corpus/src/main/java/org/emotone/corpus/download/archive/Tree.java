package org.emotone.corpus.download.archive;

import java.util.HashSet;
import java.util.Set;

/** The paths of an archive so far: no file twice, and no name that is both a file and a folder. */
final class Tree {
  private final String archive;
  private final Set<String> files = new HashSet<>();
  private final Set<String> folders = new HashSet<>();

  Tree(String archive) {
    this.archive = archive;
  }

  void add(String path, boolean folder) throws ArchiveException {
    if (path.isEmpty()) {
      if (folder) {
        return;
      }
      throw new ArchiveException(archive + ": holds a file without a name; nothing was unpacked");
    }
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      addFolder(path.substring(0, slash));
    }
    if (folder) {
      addFolder(path);
    } else if (folders.contains(path) || !files.add(path)) {
      throw twice(path);
    }
  }

  private void addFolder(String path) throws ArchiveException {
    folders.add(path);
    if (files.contains(path)) {
      throw twice(path);
    }
  }

  private ArchiveException twice(String path) {
    return new ArchiveException(
        archive
            + ": holds '"
            + EntryPath.shown(path)
            + "' twice, and one would hide the other; nothing was put into place");
  }
}
