package org.emotone.corpus.download.archive;

/**
 * One entry of a tar.
 *
 * @param name the name as the archive writes it, unchecked
 * @param type the type flag: {@code 0} file, {@code 5} folder, the rest is refused
 * @param size bytes
 */
record TarEntry(String name, char type, long size) {
  boolean folder() {
    return type == '5' || (type == '0' && name.endsWith("/"));
  }

  boolean file() {
    return type == '0' && !name.endsWith("/");
  }
}
