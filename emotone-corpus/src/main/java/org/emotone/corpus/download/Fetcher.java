package org.emotone.corpus.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.emotone.corpus.download.archive.DiskSpace;

/**
 * Fetches files over HTTP: goes on where an earlier attempt stopped, tries again when a connection
 * breaks, and compares with the published sum.
 */
public final class Fetcher implements AutoCloseable {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final int MOST_ATTEMPTS = 100;

  private final FetchOptions options;
  private final Pause pause;
  private final DownloadListener listener;
  private final HttpSource http;
  private final ScheduledExecutorService timer;
  private final Transfer transfer;

  /**
   * A fetcher.
   *
   * @param options how patient it is
   * @param pause waits between attempts
   * @param space how much room the disk has
   * @param listener hears how far it is
   */
  public Fetcher(FetchOptions options, Pause pause, DiskSpace space, DownloadListener listener) {
    this.options = options;
    this.pause = pause;
    this.listener = listener;
    this.http = new HttpSource(options);
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "corpus-download-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    this.transfer = new Transfer(http, options, timer, space);
  }

  /**
   * Fetches a file, unless it is here already.
   *
   * @param quiet whether its progress goes unheard, as one of thousands of small files
   * @throws DownloadException if it cannot be had, or has another sum than the published one; it is
   *     then kept as {@code NAME.wrong-sum}
   * @throws IOException if it cannot be written
   */
  public Fetched fetch(RemoteFile file, Path target, boolean quiet) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (Files.isRegularFile(target)) {
      Fetched here = sums(file, target);
      if (file.checksum() == null || here.verified()) {
        return here;
      }
      if (!quiet) {
        listener.message(file.name() + ": the file here has another sum; it is fetched again");
      }
    }
    PartFile part = PartFile.of(target);
    boolean pieced = bring(file, part, quiet);
    Fetched fetched = sums(file, part.path());
    if (pieced && file.checksum() != null && !fetched.verified()) {
      listener.message(file.name() + ": the joined parts have a wrong sum; starts anew");
      part.clear();
      bring(file, part, quiet);
      fetched = sums(file, part.path());
    }
    if (file.checksum() != null && !fetched.verified()) {
      throw wrongSum(file, part, target);
    }
    Files.move(part.path(), target, StandardCopyOption.REPLACE_EXISTING);
    part.clearNotes();
    return new Fetched(target, fetched.bytes(), fetched.sha256(), fetched.verified());
  }

  /** Makes the part complete; whether it was put together from several answers. */
  private boolean bring(RemoteFile file, PartFile part, boolean quiet) throws IOException {
    String step = "fetching " + file.name();
    DownloadListener heard = quiet ? DownloadListener.NONE : listener;
    boolean pieced = part.size() > 0;
    int fruitless = 0;
    for (int attempt = 1; ; attempt++) {
      long before = part.size();
      try {
        String restarted = transfer.attempt(file, part, heard, step);
        if (!restarted.isEmpty()) {
          listener.message(file.name() + ": " + restarted);
        }
        return pieced;
      } catch (RetryException e) {
        fruitless = part.size() > before ? 1 : fruitless + 1;
        pieced |= part.size() > 0;
        if (fruitless >= options.attempts() || attempt >= MOST_ATTEMPTS) {
          throw givenUp(file, part, e);
        }
        listener.message(file.name() + ": " + e.getMessage() + "; trying again");
        rest(fruitless, e, file);
      } catch (InterruptedException e) {
        throw stopped(file, e);
      }
    }
  }

  private void rest(int fruitless, RetryException failure, RemoteFile file)
      throws DownloadException {
    Duration growing = Duration.ofSeconds(1L << Math.min(6, fruitless));
    Duration wait = growing.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : growing;
    try {
      pause.pause(failure.waiting().compareTo(wait) > 0 ? failure.waiting() : wait);
    } catch (InterruptedException e) {
      throw stopped(file, e);
    }
  }

  /**
   * A small answer, such as the list of files of a record.
   *
   * @param most most bytes that it may have
   */
  byte[] read(URI url, int most) throws IOException {
    RemoteFile file = new RemoteFile(url, url.toString(), -1, null);
    for (int fruitless = 1; ; fruitless++) {
      try {
        HttpResponse<InputStream> response =
            http.get(url, Map.of("Accept-Encoding", "identity", "Accept", "application/json"));
        try (InputStream body = new GuardedStream(response.body(), options.stall(), timer)) {
          byte[] bytes = body.readNBytes(most + 1);
          if (bytes.length > most) {
            throw new DownloadException(
                url + ": the list of files is longer than " + Words.bytes(most));
          }
          return bytes;
        }
      } catch (RetryException e) {
        if (fruitless >= options.attempts()) {
          throw new DownloadException(
              url + ": " + e.getMessage() + "; look whether the network works and run it again", e);
        }
        listener.message(url + ": " + e.getMessage() + "; trying again");
        rest(fruitless, e, file);
      } catch (InterruptedException e) {
        throw stopped(file, e);
      }
    }
  }

  private static Fetched sums(RemoteFile file, Path path) throws IOException {
    Set<Checksum.Algorithm> wanted = EnumSet.of(Checksum.Algorithm.SHA256);
    Checksum published = file.checksum();
    if (published != null) {
      wanted.add(published.algorithm());
    }
    Map<Checksum.Algorithm, Checksum> sums = Hashes.of(path, wanted);
    boolean verified = published != null && sums.containsValue(published);
    Checksum own = Objects.requireNonNull(sums.get(Checksum.Algorithm.SHA256));
    return new Fetched(path, Files.size(path), own.hex(), verified);
  }

  private static DownloadException wrongSum(RemoteFile file, PartFile part, Path target)
      throws IOException {
    Checksum published = file.checksum();
    Path aside = target.resolveSibling(target.getFileName() + ".wrong-sum");
    Files.move(part.path(), aside, StandardCopyOption.REPLACE_EXISTING);
    part.clearNotes();
    String found =
        published == null
            ? ""
            : String.valueOf(
                Hashes.of(aside, Set.of(published.algorithm())).get(published.algorithm()));
    return new DownloadException(
        file.url()
            + ": the sum is "
            + found
            + ", published is "
            + published
            + "; what came is kept as "
            + aside
            + ": fetch it again, and if that does not help, ask the corpus' page for a new sum");
  }

  private static DownloadException givenUp(RemoteFile file, PartFile part, RetryException failure)
      throws IOException {
    return new DownloadException(
        file.url()
            + ": "
            + failure.getMessage()
            + "; given up"
            + (part.size() > 0
                ? ", " + Words.bytes(part.size()) + " are kept: run it again later to go on"
                : ": look whether the network works and run it again"),
        failure);
  }

  private static DownloadException stopped(RemoteFile file, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new DownloadException(file.url() + ": stopped; run it again to go on", e);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
