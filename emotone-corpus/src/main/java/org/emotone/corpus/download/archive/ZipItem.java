package org.emotone.corpus.download.archive;

/**
 * One entry of a zip's central directory.
 *
 * @param name the name as the archive writes it, unchecked
 * @param method 0 stored, 8 deflated
 * @param flags general purpose bits; bit 0: encrypted
 * @param packed bytes in the archive
 * @param size bytes when unpacked, as the directory says
 * @param crc CRC-32 of the unpacked bytes, as the directory says
 * @param mode Unix file mode with its type, 0 if not given
 * @param offset where its local header starts
 */
record ZipItem(
    String name, int method, int flags, long packed, long size, long crc, int mode, long offset) {
  private static final int TYPE_MASK = 0xf000;
  private static final int FILE = 0x8000;
  private static final int FOLDER = 0x4000;

  boolean folder() {
    return name.endsWith("/") || name.endsWith("\\");
  }

  boolean encrypted() {
    return (flags & 1) != 0;
  }

  /** Whether it wants to be something other than a file or a folder: a link, a device. */
  boolean special() {
    int type = mode & TYPE_MASK;
    return type != 0 && type != FILE && type != FOLDER;
  }
}
