package org.emotone.corpus.download.archive;

/**
 * How much an archive may hold.
 *
 * @param entries most entries, files and folders together
 * @param entryBytes most bytes of one unpacked file
 * @param totalBytes most bytes of all unpacked files
 * @param ratio most unpacked bytes per byte of the archive; sound compresses two to three times,
 *     deflate can reach 1032
 * @param ratioFreeBytes unpacked bytes below which the ratio is not looked at: text and silence in
 *     a small archive compress well
 */
public record ArchiveLimits(
    int entries, long entryBytes, long totalBytes, double ratio, long ratioFreeBytes) {

  /** Room for the largest corpora: 200 000 files, 8 GiB each, 256 GiB together, ratio 100. */
  public static final ArchiveLimits CORPUS =
      new ArchiveLimits(200_000, 8L << 30, 256L << 30, 100, 16L << 20);

  /** Checks the ranges. */
  public ArchiveLimits {
    if (entries < 1 || entryBytes < 1 || totalBytes < 1 || ratio < 1 || ratioFreeBytes < 0) {
      throw new IllegalArgumentException(
          "limits of an archive must be at least 1 (ratioFreeBytes at least 0): entries "
              + entries
              + ", entryBytes "
              + entryBytes
              + ", totalBytes "
              + totalBytes
              + ", ratio "
              + ratio
              + ", ratioFreeBytes "
              + ratioFreeBytes);
    }
  }
}
