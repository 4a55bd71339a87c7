package org.emotone.corpus.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.emotone.corpus.download.TestServer.ranged;
import static org.emotone.corpus.download.TestServer.rangedCut;
import static org.emotone.corpus.download.TestServer.status;
import static org.emotone.corpus.download.TestServer.text;
import static org.emotone.corpus.download.TestServer.whole;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.emotone.corpus.download.archive.ArchiveException;
import org.emotone.corpus.download.archive.ArchiveLimits;
import org.emotone.corpus.download.archive.DiskSpace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusDownloadTest {
  private static final Licence LICENCE = new Licence("CC BY 4.0", "", "Name the authors.");
  private static final String TAG = "\"one\"";

  private final Path folder;

  private final TestServer server = new TestServer();
  private final List<String> asked = new ArrayList<>();
  private final Map<String, Long> progress = new LinkedHashMap<>();

  CorpusDownloadTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private CorpusSource source(Download... downloads) {
    return new CorpusSource(
        "toy",
        "The Toy Corpus",
        LICENCE,
        server.url("/page"),
        "Toy (2026).",
        List.of(downloads),
        "");
  }

  private DownloadReport run(CorpusSource source) throws IOException {
    return run(source, false, shown -> asked.add(shown.licence().name()));
  }

  private DownloadReport run(CorpusSource source, boolean keep, Consent consent)
      throws IOException {
    DownloadOptions options =
        new DownloadOptions(
            new FetchOptions(Duration.ofSeconds(60), Duration.ofSeconds(60), 2, 4),
            pause -> {},
            ArchiveLimits.CORPUS,
            DiskSpace.REAL,
            Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC),
            keep);
    DownloadListener listener =
        new DownloadListener() {
          @Override
          public void progress(String step, long done, long total) {
            progress.put(step, done * 100 / Math.max(1, total));
          }
        };
    return new CorpusDownload(source, folder, options, listener).run(consent);
  }

  private Download.File file(String path, @Nullable Checksum checksum) {
    return new Download.File(
        server.url(path), path.substring(1), -1, checksum, "", false, List.of());
  }

  private List<String> here() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(name -> !name.startsWith(".emotone-download"))
          .sorted()
          .toList();
    }
  }

  private static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Checksum sum(String algorithm, byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes);
      return Checksum.of(algorithm + ":" + HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anArchiveIsFetchedVerifiedAndUnpacked() throws IOException {
    byte[] zip = zip(Map.of("Actor_01/a.wav", "sound"));
    server.on("/toy.zip", ranged(zip, TAG));
    DownloadReport report = run(source(file("/toy.zip", sum("MD5", zip))));
    assertThat(here()).containsExactly("Actor_01/a.wav");
    assertThat(report.files())
        .extracting(ReportedFile::verification)
        .containsExactly(Verification.PUBLISHED);
    assertThat(report.lines())
        .containsExactly("1 file (" + zip.length + " bytes) with published sums: all match");
    assertThat(asked).containsExactly("CC BY 4.0");
    assertThat(progress)
        .containsEntry("fetching toy.zip", 100L)
        .containsEntry("unpacking toy.zip", 100L);
  }

  @Test
  void aSecondRunAsksAndFetchesNothing() throws IOException {
    byte[] zip = zip(Map.of("a.wav", "sound"));
    server.on("/toy.zip", ranged(zip, TAG));
    CorpusSource source = source(file("/toy.zip", null));
    run(source);
    DownloadReport again = run(source);
    assertThat(server.requests()).hasSize(1);
    assertThat(asked).hasSize(1);
    assertThat(again.files())
        .extracting(ReportedFile::verification)
        .containsExactly(Verification.SAME_AS_RECORDED);
  }

  @Test
  void withoutConsentNothingIsFetched() {
    CorpusSource source = source(file("/toy.zip", null));
    assertThatThrownBy(() -> run(source, false, shown -> false))
        .isInstanceOf(DownloadException.class)
        .hasMessage(
            "The Toy Corpus: its licence (CC BY 4.0) was not accepted, so nothing was fetched");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aCorpusBehindAFormSaysWhereToGo() {
    CorpusSource manual =
        new CorpusSource(
            "toy", "Toy", LICENCE, server.url("/page"), "", List.of(), "Fill in the form at X.");
    assertThatThrownBy(() -> run(manual))
        .hasMessage("Toy cannot be fetched by a program. Fill in the form at X.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anArchiveMayStayAfterUnpacking() throws IOException {
    server.on("/toy.zip", ranged(zip(Map.of("a.wav", "sound")), TAG));
    run(source(file("/toy.zip", null)), true, Consent.GIVEN);
    assertThat(here()).containsExactly("a.wav", "toy.zip");
  }

  @Test
  void aSumThatNobodyPublishesIsRecordedAndComparedLater() throws IOException {
    server
        .on("/votes.csv", whole("one".getBytes(StandardCharsets.UTF_8), ""))
        .on("/votes.csv", whole("two".getBytes(StandardCharsets.UTF_8), ""));
    CorpusSource source = source(file("/votes.csv", null));
    DownloadReport first = run(source);
    assertThat(first.files().get(0).verification()).isEqualTo(Verification.RECORDED);
    assertThat(first.lines().get(0))
        .contains("votes.csv (3 bytes): unverified: no published sum")
        .contains(sum("SHA-256", "one".getBytes(StandardCharsets.UTF_8)).hex());
    assertThat(run(source).files().get(0).verification()).isEqualTo(Verification.SAME_AS_RECORDED);

    Files.delete(folder.resolve("votes.csv"));
    assertThat(run(source).files().get(0).verification()).isEqualTo(Verification.CHANGED);
  }

  @Test
  void aHostileArchiveLeavesNothingButItself() throws IOException {
    server.on("/toy.zip", ranged(zip(Map.of("../evil.wav", "x")), TAG));
    assertThatThrownBy(() -> run(source(file("/toy.zip", null))))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("leads out of the folder");
    assertThat(here()).containsExactly("toy.zip");
    assertThat(folder.resolveSibling("evil.wav")).doesNotExist();
  }

  @Test
  void anInterruptedCorpusGoesOnWithTheFilesThatAreMissing() throws IOException {
    byte[] big = new byte[100_000];
    server
        .on("/a.wav", ranged(new byte[10], TAG))
        .on("/b.wav", rangedCut(big, TAG, 60_000))
        .on("/b.wav", status(500))
        .on("/b.wav", status(500));
    CorpusSource source =
        source(file("/a.wav", sum("MD5", new byte[10])), file("/b.wav", sum("MD5", big)));
    assertThatThrownBy(() -> run(source)).hasMessageContaining("60.0 kB are kept");
    server.on("/b.wav", ranged(big, TAG));
    run(source);
    assertThat(here()).containsExactly("a.wav", "b.wav");
    assertThat(server.requests()).filteredOn(line -> line.startsWith("/a.wav")).hasSize(1);
    assertThat(server.requests()).contains("/b.wav bytes=60000- if \"one\"");
  }

  @Test
  void aZenodoRecordGivesAddressesAndSums() throws IOException {
    byte[] zip = zip(Map.of("a.wav", "sound"));
    String list =
        """
        {"files": [
          {"key": "readme.pdf", "size": 3, "checksum": "md5:%s", "links": {"self": "/no"}},
          {"key": "CaFE_48k.zip", "size": %d, "checksum": "%s", "links": {"self": "%s"}}]}
        """
            .formatted("0".repeat(32), zip.length, sum("MD5", zip), server.url("/content"));
    server.on("/api/records/7", text(list)).on("/content", ranged(zip, TAG));
    DownloadReport report =
        run(source(new Download.Zenodo(server.url(""), 7, List.of("CaFE_*.zip"), true)));
    assertThat(here()).containsExactly("CaFE_48k/a.wav");
    assertThat(report.files().get(0).verification()).isEqualTo(Verification.PUBLISHED);
  }

  @Test
  void aRecordWithoutTheWantedFileNamesThoseItHas() {
    server.on("/api/records/7", text("{\"files\": [{\"key\": \"other.zip\"}]}"));
    assertThatThrownBy(
            () -> run(source(new Download.Zenodo(server.url(""), 7, List.of("a.zip"), false))))
        .hasMessageContaining("lists no open file named a.zip; it has other.zip");
  }

  @Test
  void aListThatIsAWebPageIsNotUnderstood() {
    server.on("/api/records/7", text("<html>maintenance"));
    assertThatThrownBy(
            () -> run(source(new Download.Zenodo(server.url(""), 7, List.of("a.zip"), false))))
        .hasMessageContaining("/api/records/7: is no JSON");
  }

  @Test
  void aListedNameCannotLeadElsewhere() {
    server.on("/api/records/7", text("{\"files\": [{\"key\": \"../../evil.wav\"}]}"));
    assertThatThrownBy(
            () -> run(source(new Download.Zenodo(server.url(""), 7, List.of("*"), false))))
        .hasMessageContaining("leads out of the folder");
  }

  @Test
  void aDataverseSetGivesFoldersNumbersAndSums() throws IOException {
    byte[] sound = {1, 2, 3};
    String list =
        """
        {"data": {"latestVersion": {"files": [
          {"restricted": false, "directoryLabel": "OAF", "dataFile": {"id": 41,
           "filename": "OAF_back_angry.wav", "filesize": 3, "md5": "%1$s",
           "checksum": {"type": "MD5", "value": "%1$s"}}},
          {"restricted": false, "dataFile": {"id": 42, "filename": "YAF_back_sad.wav",
           "filesize": 3, "md5": "%1$s"}},
          {"restricted": true, "dataFile": {"id": 43, "filename": "secret.wav"}},
          {"restricted": false, "dataFile": {"id": 44, "filename": "readme.txt"}}]}}}
        """
            .formatted(sum("MD5", sound).hex());
    server
        .on("/api/datasets/:persistentId/?persistentId=doi%3A10.5683%2FX", text(list))
        .on("/api/access/datafile/41", whole(sound, ""))
        .on("/api/access/datafile/42", whole(sound, ""));
    DownloadReport report =
        run(source(new Download.Dataverse(server.url(""), "doi:10.5683/X", List.of("*.wav"))));
    assertThat(here()).containsExactly("OAF/OAF_back_angry.wav", "YAF_back_sad.wav");
    assertThat(report.lines()).containsExactly("2 files (6 bytes) with published sums: all match");
    assertThat(progress).containsEntry("fetching files", 100L);
  }

  @Test
  void recordingsInGitLfsAreFetchedByTheirPointers() throws IOException {
    byte[] sound = "real sound".getBytes(StandardCharsets.UTF_8);
    String pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize %d\n"
            .formatted(sum("SHA-256", sound).hex(), sound.length);
    Map<String, String> repository =
        Map.of(
            "CREMA-D-master/AudioWAV/1001 DFA.wav", pointer,
            "CREMA-D-master/VideoFlash/1001.flv", pointer,
            "CREMA-D-master/VideoDemographics.csv", "ActorID,Age\n");
    server
        .on("/master.zip", ranged(zip(repository), TAG))
        .on("/media/AudioWAV/1001%20DFA.wav", ranged(sound, TAG));
    CorpusSource source =
        source(
            new Download.GitLfs(
                server.url("/master.zip"),
                server.url("/media/"),
                List.of("AudioWAV/", "VideoDemographics.csv")));
    DownloadReport report = run(source);
    assertThat(here()).containsExactly("AudioWAV/1001 DFA.wav", "VideoDemographics.csv");
    assertThat(folder.resolve("AudioWAV/1001 DFA.wav")).hasBinaryContent(sound);
    assertThat(report.files())
        .extracting(ReportedFile::verification)
        .containsExactly(Verification.RECORDED, Verification.PUBLISHED);
    run(source);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void anUnreadableLedgerSaysWhatToDo() throws IOException {
    Path ledger = Files.writeString(folder.resolve(".emotone-download.json"), "{oops");
    assertThatThrownBy(() -> run(source(file("/a.wav", null))))
        .hasMessageContaining(ledger.toString())
        .hasMessageContaining("delete it to start anew");
  }

  @Test
  void twoDownloadsInOneFolderAreNotPossible() throws IOException {
    try (FolderLock lock = FolderLock.of(folder)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> run(source(file("/a.wav", null))))
          .hasMessageContaining("another download is writing to it");
    }
  }

  @Test
  void aSourceWithoutAnyWayIsRefused() {
    URI page = server.url("/page");
    assertThatThrownBy(() -> new CorpusSource("toy", "Toy", LICENCE, page, "", List.of(), " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'toy' has neither downloads nor instructions");
  }
}
