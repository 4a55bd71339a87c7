package org.emotone.corpus.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.emotone.corpus.download.TestServer.busy;
import static org.emotone.corpus.download.TestServer.careless;
import static org.emotone.corpus.download.TestServer.cut;
import static org.emotone.corpus.download.TestServer.ranged;
import static org.emotone.corpus.download.TestServer.rangedCut;
import static org.emotone.corpus.download.TestServer.redirect;
import static org.emotone.corpus.download.TestServer.stalling;
import static org.emotone.corpus.download.TestServer.status;
import static org.emotone.corpus.download.TestServer.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.emotone.corpus.download.archive.DiskSpace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
  private static final String TAG = "\"one\"";
  private static final FetchOptions PATIENT =
      new FetchOptions(Duration.ofSeconds(60), Duration.ofSeconds(60), 3, 4);

  private final Path folder;

  private final TestServer server = new TestServer();
  private final byte[] content = random(1, 200_000);
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private final Fetcher fetcher = fetcher(PATIENT, DiskSpace.REAL);
  private final Path target;

  FetcherTest(@TempDir Path folder) {
    this.folder = folder;
    this.target = folder.resolve("a.bin");
  }

  @AfterEach
  void stop() {
    fetcher.close();
    server.close();
  }

  private Fetcher fetcher(FetchOptions options, DiskSpace space) {
    DownloadListener listener =
        new DownloadListener() {
          @Override
          public void message(String message) {
            messages.add(message);
          }
        };
    return new Fetcher(options, pauses::add, space, listener);
  }

  private static byte[] random(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private Checksum sum(byte[] bytes, Checksum.Algorithm algorithm) throws IOException {
    Path file = Files.write(folder.resolve("sum"), bytes);
    Checksum sum = Hashes.of(file, Set.of(algorithm)).get(algorithm);
    Files.delete(file);
    return java.util.Objects.requireNonNull(sum);
  }

  private RemoteFile file(long size, @Nullable Checksum checksum) {
    return new RemoteFile(server.url("/a"), "a.bin", size, checksum);
  }

  private Fetched fetch(@Nullable Checksum checksum) throws IOException {
    return fetcher.fetch(file(-1, checksum), target, false);
  }

  private void onlyTheFileIsLeft() throws IOException {
    assertThat(target).hasBinaryContent(content);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MD5", "SHA1", "SHA256"})
  void aFileWithItsPublishedSumIsVerified(Checksum.Algorithm algorithm) throws IOException {
    server.on("/a", ranged(content, TAG));
    Fetched fetched = fetch(sum(content, algorithm));
    assertThat(fetched.verified()).isTrue();
    assertThat(fetched.sha256()).isEqualTo(sum(content, Checksum.Algorithm.SHA256).hex());
    onlyTheFileIsLeft();
  }

  @Test
  void aFileWithoutPublishedSumIsNotVerified() throws IOException {
    server.on("/a", whole(content, ""));
    assertThat(fetch(null).verified()).isFalse();
    onlyTheFileIsLeft();
  }

  @Test
  void anEmptyFileIsAFile() throws IOException {
    server.on("/a", whole(new byte[0], TAG));
    assertThat(fetch(sum(new byte[0], Checksum.Algorithm.MD5)).bytes()).isZero();
  }

  @Test
  void aBrokenConnectionGoesOnWhereItStopped() throws IOException {
    server
        .on("/a", rangedCut(content, TAG, 70_000))
        .on("/a", rangedCut(content, TAG, 70_000))
        .on("/a", ranged(content, TAG));
    fetch(sum(content, Checksum.Algorithm.MD5));
    onlyTheFileIsLeft();
    assertThat(server.requests()).hasSize(3);
    assertThat(server.requests().get(1)).matches("/a bytes=\\d+- if \"one\"");
    assertThat(messages).anyMatch(line -> line.endsWith("; trying again"));
  }

  @Test
  void aLaterRunGoesOnWhereAnEarlierOneGaveUp() throws IOException {
    server.on("/a", rangedCut(content, TAG, 90_000)).on("/a", status(500)).on("/a", status(500));
    assertThatThrownBy(() -> fetch(null))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining(server.url("/a").toString())
        .hasMessageContaining("the server answers 500")
        .hasMessageContaining("are kept: run it again later to go on");
    long kept = Files.size(folder.resolve("a.bin.part"));
    assertThat(kept).isBetween(1L, 90_000L);

    server.on("/a", status(500)).on("/a", ranged(content, TAG));
    fetch(null);
    onlyTheFileIsLeft();
    assertThat(server.requests().get(server.requests().size() - 1))
        .isEqualTo("/a bytes=" + kept + "- if \"one\"");
  }

  @Test
  void aServerWithoutRangesStartsAnew() throws IOException {
    server.on("/a", cut(content, TAG, 50_000)).on("/a", whole(content, TAG));
    fetch(null);
    onlyTheFileIsLeft();
    assertThat(messages).anyMatch(line -> line.contains("cannot go on in the middle"));
  }

  @Test
  void aFileThatChangedBetweenAttemptsStartsAnew() throws IOException {
    server
        .on("/a", rangedCut(random(2, 200_000), "\"old\"", 80_000))
        .on("/a", ranged(content, TAG));
    fetch(null);
    onlyTheFileIsLeft();
    assertThat(server.requests().get(1)).endsWith("- if \"old\"");
  }

  @Test
  void aServerThatIgnoresTheConditionIsCaughtByItsTag() throws IOException {
    server
        .on("/a", rangedCut(random(2, 200_000), "\"old\"", 80_000))
        .on("/a", careless(content, TAG));
    fetch(null);
    onlyTheFileIsLeft();
    assertThat(messages).anyMatch(line -> line.contains("cannot go on after"));
  }

  @Test
  void aPartWithoutATagIsOnlyContinuedIfASumCanTell() throws IOException {
    server.on("/a", cut(content, "", 50_000)).on("/a", ranged(content, TAG));
    fetch(null);
    onlyTheFileIsLeft();
    assertThat(server.requests().get(1)).isEqualTo("/a");
    assertThat(messages).anyMatch(line -> line.contains("cannot tell"));
  }

  @Test
  void joinedPartsWithAWrongSumAreFetchedAnewOnce() throws IOException {
    server
        .on("/a", cut(random(2, 200_000), "", 50_000))
        .on("/a", ranged(content, TAG))
        .on("/a", ranged(content, TAG));
    assertThat(fetch(sum(content, Checksum.Algorithm.SHA256)).verified()).isTrue();
    onlyTheFileIsLeft();
    assertThat(messages).anyMatch(line -> line.contains("the joined parts have a wrong sum"));
  }

  @Test
  void aFileWithAWrongSumIsKeptAsideAndNamed() throws IOException {
    server.on("/a", ranged(content, TAG));
    Checksum published = sum(random(3, 10), Checksum.Algorithm.MD5);
    assertThatThrownBy(() -> fetch(published))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining(server.url("/a").toString())
        .hasMessageContaining("published is " + published)
        .hasMessageContaining("a.bin.wrong-sum");
    assertThat(target).doesNotExist();
    assertThat(folder.resolve("a.bin.part")).doesNotExist();
    assertThat(folder.resolve("a.bin.wrong-sum")).hasBinaryContent(content);
  }

  @Test
  void aFileOfAnotherSizeThanPublishedIsRefusedAtOnce() {
    server.on("/a", ranged(content, TAG));
    assertThatThrownBy(() -> fetcher.fetch(file(123, null), target, false))
        .hasMessageContaining("has 200000 bytes, the published one 123");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anEndlessAnswerIsStoppedAtThePublishedSize() {
    server.on(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(content);
        });
    assertThatThrownBy(() -> fetcher.fetch(file(1000, null), target, false))
        .hasMessageContaining("sends more than the 1000 bytes");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileThatIsHereIsNotFetchedAgain() throws IOException {
    Files.write(target, content);
    assertThat(fetch(sum(content, Checksum.Algorithm.MD5)).verified()).isTrue();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aFileThatIsHereWithAnotherSumIsReplaced() throws IOException {
    Files.writeString(target, "damaged");
    server.on("/a", ranged(content, TAG));
    fetch(sum(content, Checksum.Algorithm.MD5));
    onlyTheFileIsLeft();
  }

  @Test
  void aServerThatFallsSilentIsLeftAndAskedAgain() throws IOException {
    FetchOptions hasty = new FetchOptions(Duration.ofSeconds(60), Duration.ofMillis(500), 3, 4);
    server.on("/a", stalling(content, TAG, 60_000)).on("/a", ranged(content, TAG));
    try (Fetcher impatient = fetcher(hasty, DiskSpace.REAL)) {
      impatient.fetch(file(-1, null), target, false);
    }
    onlyTheFileIsLeft();
    assertThat(messages).anyMatch(line -> line.contains("the server sent nothing for 0.5 s"));
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() {
    FetchOptions hasty = new FetchOptions(Duration.ofMillis(200), Duration.ofSeconds(60), 2, 4);
    server.on("/a", exchange -> Thread.sleep(10_000));
    try (Fetcher impatient = fetcher(hasty, DiskSpace.REAL)) {
      assertThatThrownBy(() -> impatient.fetch(file(-1, null), target, false))
          .hasMessageContaining("no answer from 127.0.0.1 in 0.2 s")
          .hasMessageContaining("look whether the network works");
    }
    assertThat(pauses).hasSize(1);
  }

  @Test
  void aClosedPortIsGivenUp() {
    RemoteFile nowhere =
        new RemoteFile(java.net.URI.create("http://127.0.0.1:9/a"), "a.bin", -1, null);
    assertThatThrownBy(() -> fetcher.fetch(nowhere, target, false))
        .hasMessageContaining("http://127.0.0.1:9/a: cannot reach 127.0.0.1");
  }

  @Test
  void aBusyServerIsWaitedForAsLongAsItAsks() throws IOException {
    server.on("/a", busy(17)).on("/a", status(429)).on("/a", ranged(content, TAG));
    fetch(null);
    assertThat(pauses).containsExactly(Duration.ofSeconds(17), Duration.ofSeconds(4));
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 410, 418})
  void aRefusalIsFinal(int refusal) {
    server.on("/a", status(refusal));
    assertThatThrownBy(() -> fetch(null))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("(status " + refusal + "); see the corpus' own page");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void redirectsAreFollowedWithTheRange() throws IOException {
    server
        .on("/a", redirect("/b"))
        .on("/b", rangedCut(content, TAG, 70_000))
        .on("/b", ranged(content, TAG));
    fetch(null);
    onlyTheFileIsLeft();
    assertThat(server.requests().get(3)).matches("/b bytes=\\d+- if \"one\"");
  }

  @Test
  void aCircleOfRedirectsIsNamed() {
    server.on("/a", redirect("/b")).on("/b", redirect("/a"));
    assertThatThrownBy(() -> fetch(null)).hasMessageContaining("redirects in a circle");
  }

  @Test
  void tooManyRedirectsAreRefused() {
    for (int i = 0; i < 8; i++) {
      server.on(i == 0 ? "/a" : "/" + i, redirect("/" + (i + 1)));
    }
    assertThatThrownBy(() -> fetch(null)).hasMessageContaining("more than 4 times");
  }

  @Test
  void aRedirectToAFileOfThisMachineIsRefused() {
    server.on("/a", redirect("file:///etc/passwd"));
    assertThatThrownBy(() -> fetch(null)).hasMessageContaining("is no address of a web server");
  }

  @Test
  void aRangeThatCannotBeHadStartsAnew() throws IOException {
    server
        .on("/a", rangedCut(content, TAG, 50_000))
        .on("/a", status(416))
        .on("/a", ranged(content, TAG));
    fetch(null);
    onlyTheFileIsLeft();
    assertThat(server.requests().get(2)).isEqualTo("/a");
  }

  @Test
  void aFullDiskIsNoticedBeforeTheBody() {
    server.on("/a", ranged(content, TAG));
    try (Fetcher full = fetcher(PATIENT, path -> DiskSpace.RESERVE + 100)) {
      assertThatThrownBy(() -> full.fetch(file(-1, null), target, false))
          .hasMessageContaining("make room or choose another folder");
    }
  }
}
