package org.emotone.corpus.download.archive;

/** Hears how far unpacking is. */
@FunctionalInterface
public interface UnpackListener {
  /** Hears nothing. */
  UnpackListener NONE = (done, total) -> {};

  /**
   * Something was unpacked.
   *
   * @param done bytes so far: of the unpacked files of a zip, of the packed archive for a tar
   * @param total bytes of the same kind in all
   */
  void unpacked(long done, long total);
}
