package org.emotone.cli;

import java.io.PrintWriter;
import org.emotone.corpus.download.DownloadListener;
import org.jspecify.annotations.Nullable;

/** One bar per step of a download, and a line on standard error for what happens meanwhile. */
final class DownloadProgress implements DownloadListener, AutoCloseable {

  /** Bars count thousandths: files have more bytes than a bar has steps. */
  private static final int PARTS = 1000;

  private final PrintWriter err;
  private String step = "";
  private @Nullable Progress bar;

  DownloadProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void message(String message) {
    if (bar != null) {
      bar.makeRoom();
    }
    err.println("emotone: " + message);
    err.flush();
  }

  @Override
  public void progress(String current, long done, long total) {
    Progress now = bar;
    if (now == null || !current.equals(step)) {
      close();
      step = current;
      now = Progress.of(current, PARTS);
      bar = now;
    }
    if (total > 0) {
      now.to((int) Math.min(PARTS, (double) PARTS * done / total));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
