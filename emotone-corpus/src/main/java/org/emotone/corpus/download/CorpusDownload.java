package org.emotone.corpus.download;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emotone.corpus.download.archive.Unpacker;

/**
 * Brings a corpus into a folder: licence, list of files, download, sums, unpacking. Run again, it
 * goes on where it stopped and fetches nothing twice.
 */
public final class CorpusDownload {
  private final CorpusSource source;
  private final Path folder;
  private final DownloadOptions options;
  private final DownloadListener listener;

  /**
   * A download, not begun.
   *
   * @param source what
   * @param folder where to; made if it does not exist
   * @param options how
   * @param listener hears how far it is
   */
  public CorpusDownload(
      CorpusSource source, Path folder, DownloadOptions options, DownloadListener listener) {
    this.source = source;
    this.folder = folder;
    this.options = options;
    this.listener = listener;
  }

  /**
   * Runs it.
   *
   * @param consent asked for the licence, unless it was accepted for this folder before
   * @throws DownloadException if the corpus must be fetched by hand (the message says how), its
   *     licence is not accepted, or a file cannot be had
   * @throws IOException if the folder cannot be written, or an archive is not good
   */
  public DownloadReport run(Consent consent) throws IOException {
    if (!source.direct()) {
      throw new DownloadException(
          source.title() + " cannot be fetched by a program. " + source.instructions());
    }
    Files.createDirectories(folder);
    try (FolderLock lock = FolderLock.of(folder)) {
      return locked(consent);
    }
  }

  private DownloadReport locked(Consent consent) throws IOException {
    Ledger ledger = Ledger.in(folder);
    if (!ledger.accepted(source.licence().name())) {
      if (!consent.accepts(source)) {
        throw new DownloadException(
            source.title()
                + ": its licence ("
                + source.licence().name()
                + ") was not accepted, so nothing was fetched");
      }
      ledger.accept(source.licence().name(), options.clock().instant());
    }
    try (Fetcher fetcher =
        new Fetcher(options.fetch(), options.pause(), options.space(), listener)) {
      return new DownloadReport(source, folder, fetch(fetcher, ledger));
    }
  }

  private List<ReportedFile> fetch(Fetcher fetcher, Ledger ledger) throws IOException {
    Resolver resolver = new Resolver(fetcher);
    List<Planned> all = new ArrayList<>();
    for (Download download : source.downloads()) {
      all.addAll(resolver.resolve(download));
    }
    requireSpace(all);
    List<ReportedFile> reported = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Planned planned = all.get(i);
      boolean small = !planned.archive() && all.size() > 1;
      reported.add(fetch(planned, fetcher, ledger, small));
      if (small) {
        listener.progress("fetching files", i + 1, all.size());
      }
      URI media = planned.media();
      if (media != null) {
        reported.addAll(fetchPointers(media, fetcher));
      }
    }
    return reported;
  }

  private void requireSpace(List<Planned> all) throws IOException {
    long bytes = 0;
    for (Planned planned : all) {
      if (!Files.exists(folder.resolve(planned.file().name()))) {
        bytes += Math.max(0, planned.file().size());
      }
    }
    options.space().require(folder, source.title(), bytes);
  }

  private ReportedFile fetch(Planned planned, Fetcher fetcher, Ledger ledger, boolean small)
      throws IOException {
    RemoteFile file = planned.file();
    Checksum published = file.checksum();
    Optional<Ledger.Entry> before = ledger.entry(file.name());
    if (planned.archive()
        && before.isPresent()
        && before.get().unpacked()
        && before.get().url().equals(file.url().toString())) {
      Ledger.Entry entry = before.get();
      listener.message(file.name() + ": was fetched and unpacked on " + entry.fetched());
      return new ReportedFile(
          file.name(),
          entry.bytes(),
          entry.sha256(),
          entry.published() == null ? Verification.SAME_AS_RECORDED : Verification.PUBLISHED);
    }
    Fetched fetched = fetcher.fetch(file, folder.resolve(file.name()), small);
    Verification verification = verification(fetched, before);
    String sum = published == null ? null : published.toString();
    String now = options.clock().instant().toString();
    Ledger.Entry entry =
        new Ledger.Entry(file.url().toString(), fetched.bytes(), fetched.sha256(), sum, now, false);
    if (!small || !fetched.verified()) {
      ledger.record(file.name(), entry);
    }
    if (planned.archive()) {
      unpack(planned, fetched.file());
      ledger.record(
          file.name(),
          new Ledger.Entry(
              file.url().toString(), fetched.bytes(), fetched.sha256(), sum, now, true));
    }
    return new ReportedFile(file.name(), fetched.bytes(), fetched.sha256(), verification);
  }

  private static Verification verification(Fetched fetched, Optional<Ledger.Entry> before) {
    if (fetched.verified()) {
      return Verification.PUBLISHED;
    }
    return before
        .map(
            entry ->
                entry.sha256().equals(fetched.sha256())
                    ? Verification.SAME_AS_RECORDED
                    : Verification.CHANGED)
        .orElse(Verification.RECORDED);
  }

  private void unpack(Planned planned, Path archive) throws IOException {
    String step = "unpacking " + planned.file().name();
    Unpacker unpacker =
        new Unpacker(
            options.limits(),
            options.space(),
            (done, total) -> listener.progress(step, done, total));
    Path target = planned.into().isEmpty() ? folder : folder.resolve(planned.into());
    unpacker.unpack(archive, target, planned.selection());
    if (!options.keepArchives()) {
      Files.delete(archive);
    }
  }

  private List<ReportedFile> fetchPointers(URI media, Fetcher fetcher) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    List<RemoteFile> wanted = new ArrayList<>();
    for (Path file : files) {
      Optional<LfsPointer> pointer = LfsPointer.in(file);
      if (pointer.isPresent()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        wanted.add(
            new RemoteFile(
                media.resolve(encoded(path)),
                path,
                pointer.get().size(),
                pointer.get().checksum()));
      }
    }
    List<ReportedFile> reported = new ArrayList<>();
    for (RemoteFile file : wanted) {
      Fetched fetched = fetcher.fetch(file, folder.resolve(file.name()), true);
      reported.add(
          new ReportedFile(file.name(), fetched.bytes(), fetched.sha256(), Verification.PUBLISHED));
      listener.progress("fetching recordings", reported.size(), wanted.size());
    }
    return reported;
  }

  private static String encoded(String path) throws DownloadException {
    try {
      return new URI(null, null, path, null).getRawPath();
    } catch (URISyntaxException e) {
      throw new DownloadException("'" + path + "' cannot be part of an address", e);
    }
  }
}
