package org.emotone.corpus.download;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a download brought.
 *
 * @param source the corpus
 * @param folder where it is now
 * @param files what was fetched, or had been before
 */
public record DownloadReport(CorpusSource source, Path folder, List<ReportedFile> files) {
  /** Copies the list. */
  public DownloadReport {
    files = List.copyOf(files);
  }

  /** Lines for a user: what is verified in one, what is not in one each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<ReportedFile> verified =
        files.stream().filter(file -> file.verification() == Verification.PUBLISHED).toList();
    if (!verified.isEmpty()) {
      long bytes = verified.stream().mapToLong(ReportedFile::bytes).sum();
      lines.add(
          verified.size()
              + (verified.size() == 1 ? " file (" : " files (")
              + Words.bytes(bytes)
              + ") with published sums: all match");
    }
    for (ReportedFile file : files) {
      if (file.verification() != Verification.PUBLISHED) {
        lines.add(
            file.name()
                + " ("
                + Words.bytes(file.bytes())
                + "): "
                + file.verification().words()
                + ", SHA-256 "
                + file.sha256());
      }
    }
    return lines;
  }
}
