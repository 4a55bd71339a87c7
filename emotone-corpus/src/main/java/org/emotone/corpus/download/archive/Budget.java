package org.emotone.corpus.download.archive;

/** Counts what an archive unpacks to and stops it when it is more than the limits allow. */
final class Budget {
  private final String archive;
  private final ArchiveLimits limits;
  private final long archiveBytes;
  private int entries;
  private long bytes;

  Budget(String archive, ArchiveLimits limits, long archiveBytes) {
    this.archive = archive;
    this.limits = limits;
    this.archiveBytes = Math.max(1, archiveBytes);
  }

  /** One more entry. */
  void entry() throws ArchiveException {
    entries++;
    if (entries > limits.entries()) {
      throw new ArchiveException(
          archive
              + ": has more than "
              + limits.entries()
              + " entries, which no corpus has; nothing was unpacked");
    }
  }

  /** An entry that says how large it is, before anything of it is read. */
  void declared(String entry, long size) throws ArchiveException {
    if (size > limits.entryBytes()) {
      throw new ArchiveException(
          archive
              + ": entry '"
              + entry
              + "' is "
              + size
              + " bytes, more than the "
              + limits.entryBytes()
              + " that one file may have; nothing was unpacked");
    }
  }

  /** More bytes that came out of the archive. */
  void bytes(long more) throws ArchiveException {
    bytes += more;
    if (bytes > limits.totalBytes()) {
      throw new ArchiveException(
          archive
              + ": unpacks to more than "
              + limits.totalBytes()
              + " bytes, the most that an archive may; nothing was put into place");
    }
    if (bytes > limits.ratioFreeBytes() && bytes > limits.ratio() * archiveBytes) {
      throw new ArchiveException(
          archive
              + ": "
              + archiveBytes
              + " bytes unpack to more than "
              + Math.round(limits.ratio())
              + " times as many, as in a decompression bomb; nothing was put into place");
    }
  }
}
