package org.emotone.corpus.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotone.corpus.download.archive.DiskSpace;

/** One attempt to bring a part nearer to its file. */
final class Transfer {
  private static final Pattern RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

  private final HttpSource http;
  private final FetchOptions options;
  private final ScheduledExecutorService timer;
  private final DiskSpace space;

  Transfer(HttpSource http, FetchOptions options, ScheduledExecutorService timer, DiskSpace space) {
    this.http = http;
    this.options = options;
    this.timer = timer;
    this.space = space;
  }

  /**
   * Asks for what is missing and appends it.
   *
   * @return a line about why the bytes that were there could not be used; empty if they were
   * @throws RetryException if another attempt may go on from what is there now
   */
  String attempt(RemoteFile file, PartFile part, DownloadListener listener, String step)
      throws IOException, InterruptedException {
    String restarted = "";
    long have = part.size();
    if (have > 0 && !resumable(file, part)) {
      restarted = "cannot tell whether the bytes from last time are of the same file; starts anew";
      part.clear();
      have = 0;
    }
    if (have > 0 && have == part.length()) {
      return restarted;
    }
    HttpResponse<InputStream> response = http.get(file.url(), headers(part, have));
    try (InputStream body = new GuardedStream(response.body(), options.stall(), timer)) {
      if (response.statusCode() == 200) {
        if (have > 0) {
          restarted = "the file has changed, or its server cannot go on in the middle; starts anew";
        }
        part.begin(file.url(), response.headers());
      } else {
        checkRange(response, part, have);
      }
      checkSize(file, part);
      if (part.length() >= 0) {
        space.require(folder(part), file.name(), part.length() - part.size());
      }
      copy(body, file, part, listener, step);
    }
    if (part.size() < part.length()) {
      throw new RetryException(
          "the connection ended after " + part.size() + " of " + part.length() + " bytes");
    }
    return restarted;
  }

  private static boolean resumable(RemoteFile file, PartFile part) throws IOException {
    return part.from(file.url()) && (part.validator().isPresent() || file.checksum() != null);
  }

  private static Map<String, String> headers(PartFile part, long have) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept-Encoding", "identity");
    if (have > 0) {
      headers.put("Range", "bytes=" + have + "-");
      part.validator().ifPresent(validator -> headers.put("If-Range", validator));
    }
    return headers;
  }

  private static void checkRange(HttpResponse<?> response, PartFile part, long have)
      throws IOException {
    Matcher range = RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
    boolean fits =
        response.statusCode() == 206
            && have > 0
            && range.matches()
            && Long.parseLong(range.group(1)) == have
            && (part.length() < 0 || range.group(2).equals(Long.toString(part.length())))
            && part.sameTag(response.headers());
    if (!fits) {
      part.clear();
      throw new RetryException("the server cannot go on after " + have + " bytes; starts anew");
    }
  }

  private static void checkSize(RemoteFile file, PartFile part) throws IOException {
    long length = part.length();
    if (file.size() >= 0 && length >= 0 && length != file.size()) {
      part.clear();
      throw new DownloadException(
          file.url()
              + ": the server's file has "
              + length
              + " bytes, the published one "
              + file.size()
              + "; there may be a new version: see the corpus' page");
    }
  }

  private static void copy(
      InputStream body, RemoteFile file, PartFile part, DownloadListener listener, String step)
      throws IOException {
    long done = part.size();
    long total = part.length() >= 0 ? part.length() : file.size();
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = part.append()) {
      int read;
      while ((read = body.read(buffer)) >= 0) {
        if (total >= 0 && done + read > total) {
          part.clear();
          throw new DownloadException(
              file.url() + ": sends more than the " + total + " bytes that the file has");
        }
        out.write(buffer, 0, read);
        done += read;
        listener.progress(step, done, total);
        if (Thread.currentThread().isInterrupted()) {
          throw new DownloadException(
              file.url() + ": stopped after " + done + " bytes; run it again to go on");
        }
      }
    }
  }

  private static Path folder(PartFile part) {
    Path folder = part.path().toAbsolutePath().getParent();
    return folder == null ? part.path().toAbsolutePath() : folder;
  }
}
