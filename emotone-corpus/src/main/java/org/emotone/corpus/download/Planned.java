package org.emotone.corpus.download;

import java.net.URI;
import java.util.Locale;
import org.emotone.corpus.download.archive.Selection;
import org.jspecify.annotations.Nullable;

/**
 * A file to fetch and what to do with it.
 *
 * @param file the file
 * @param into folder that it is unpacked to if it is an archive, relative to the corpus
 * @param selection what of it is wanted
 * @param media address of the recordings that it holds pointers to, null if it holds none
 */
record Planned(RemoteFile file, String into, Selection selection, @Nullable URI media) {

  boolean archive() {
    String name = file.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".zip")
        || name.endsWith(".tar.gz")
        || name.endsWith(".tgz")
        || name.endsWith(".tar");
  }
}
