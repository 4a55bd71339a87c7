package org.emotone.corpus.download;

import java.time.Clock;
import org.emotone.corpus.download.archive.ArchiveLimits;
import org.emotone.corpus.download.archive.DiskSpace;

/**
 * How a corpus is downloaded.
 *
 * @param fetch how patient
 * @param pause waits between attempts
 * @param limits how much an archive may hold
 * @param space how much room the disk has
 * @param clock for the dates in the records
 * @param keepArchives whether archives stay after they were unpacked
 */
public record DownloadOptions(
    FetchOptions fetch,
    Pause pause,
    ArchiveLimits limits,
    DiskSpace space,
    Clock clock,
    boolean keepArchives) {

  /** For a user at a machine. */
  public static DownloadOptions standard(boolean keepArchives) {
    return new DownloadOptions(
        FetchOptions.STANDARD,
        Pause.REAL,
        ArchiveLimits.CORPUS,
        DiskSpace.REAL,
        Clock.systemUTC(),
        keepArchives);
  }
}
