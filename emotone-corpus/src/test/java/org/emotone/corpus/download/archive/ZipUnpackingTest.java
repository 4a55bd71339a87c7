package org.emotone.corpus.download.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipUnpackingTest {
  private static final ArchiveLimits SMALL = new ArchiveLimits(20, 2_000_000, 4_000_000, 50, 1000);

  private final Path folder;

  ZipUnpackingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Unpacked unpack(Path archive, Selection selection, ArchiveLimits limits)
      throws IOException {
    return new Unpacker(limits, DiskSpace.REAL, UnpackListener.NONE)
        .unpack(archive, folder.resolve("out"), selection);
  }

  private Unpacked unpack(HostileZip zip) throws IOException {
    return unpack(zip.write(folder.resolve("a.zip")), Selection.ALL, SMALL);
  }

  private List<String> out() throws IOException {
    Path out = folder.resolve("out");
    try (Stream<Path> walk = Files.walk(out)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> out.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private void nothingWasWritten() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      assertThat(walk.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
          .containsExactly("a.zip");
    }
  }

  @Test
  void filesOfAnHonestZipAppearWithTheirContent() throws IOException {
    Path archive = folder.resolve("a.zip");
    try (OutputStream file = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("Actor_01/"));
      zip.putNextEntry(new ZipEntry("Actor_01/Colère.wav"));
      zip.write("sound".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("__MACOSX/Actor_01/._x.wav"));
    }
    Unpacked unpacked = unpack(archive, Selection.ALL, SMALL);
    assertThat(unpacked).isEqualTo(new Unpacked(1, 5, 1));
    assertThat(folder.resolve("out/Actor_01/Colère.wav")).hasContent("sound");
  }

  @Test
  void aSelectionDropsTheTopFolderAndWhatIsNotWanted() throws IOException {
    HostileZip zip =
        new HostileZip()
            .file("Repo-main/AudioWAV/1.wav", "a")
            .file("Repo-main/VideoFlash/1.flv", "b")
            .file("readme", "c");
    Path archive = zip.write(folder.resolve("a.zip"));
    Unpacked unpacked = unpack(archive, new Selection(true, List.of("AudioWAV/")), SMALL);
    assertThat(unpacked.leftOut()).isEqualTo(2);
    assertThat(out()).containsExactly("AudioWAV/1.wav");
  }

  @Test
  void namesInTheOldCodePageAreRead() throws IOException {
    byte[] name = {'C', 'o', 'l', (byte) 0x8a, 'r', 'e', '.', 'w', 'a', 'v'};
    unpack(new HostileZip().entry(name, new byte[] {1}, -1, -1, 0, 0));
    assertThat(out()).containsExactly("Colère.wav");
  }

  @Test
  void filesOfAnEarlierAttemptAreReplaced() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(folder.resolve("out/a.wav"), "half");
    unpack(new HostileZip().file("a.wav", "whole"));
    assertThat(folder.resolve("out/a.wav")).hasContent("whole");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.wav",
        "a/../../evil.wav",
        "/etc/evil.wav",
        "C:\\evil.wav",
        "..\\evil.wav",
        "a/evil\nname.wav",
        "\\\\server\\share\\evil.wav"
      })
  void namesThatLeadElsewhereAreRefused(String name) throws IOException {
    assertThatThrownBy(() -> unpack(new HostileZip().file("good.wav", "x").file(name, "evil")))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("a.zip")
        .hasMessageContaining("nothing of it was unpacked");
    nothingWasWritten();
  }

  @Test
  void endlessNamesAndDepthsAreRefused() throws IOException {
    assertThatThrownBy(() -> unpack(new HostileZip().file("x".repeat(256), "x")))
        .hasMessageContaining("more than 255 bytes");
    assertThatThrownBy(() -> unpack(new HostileZip().file("a/".repeat(40) + "x", "x")))
        .hasMessageContaining("32 folders deep");
    assertThatThrownBy(() -> unpack(new HostileZip().file("abcdefgh/".repeat(200) + "x", "x")))
        .hasMessageContaining("1024 characters");
    nothingWasWritten();
  }

  @Test
  void aSymbolicLinkIsRefused() throws IOException {
    byte[] name = "link".getBytes(StandardCharsets.UTF_8);
    byte[] target = "/etc/passwd".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> unpack(new HostileZip().entry(name, target, -1, -1, 0120777, 0)))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("is a link or a device");
    nothingWasWritten();
  }

  @Test
  void anEncryptedEntryIsRefused() {
    byte[] name = "secret.wav".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> unpack(new HostileZip().entry(name, name, -1, -1, 0, 1)))
        .hasMessageContaining("is encrypted");
  }

  @Test
  void aBombIsStoppedByItsRatio() throws IOException {
    assertThatThrownBy(() -> unpack(new HostileZip().file("zeros.wav", new byte[1_000_000])))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("more than 50 times as many");
    nothingWasWritten();
  }

  @Test
  void aBombIsStoppedByItsTotal() throws IOException {
    ArchiveLimits total = new ArchiveLimits(20, 2_000_000, 2_500_000, 1e6, 0);
    HostileZip zip = new HostileZip();
    for (int i = 0; i < 3; i++) {
      zip.file(i + ".wav", new byte[1_000_000]);
    }
    Path archive = zip.write(folder.resolve("a.zip"));
    assertThatThrownBy(() -> unpack(archive, Selection.ALL, total))
        .hasMessageContaining("unpacks to more than 2500000 bytes");
    nothingWasWritten();
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    byte[] name = "huge.wav".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> unpack(new HostileZip().entry(name, name, 3_000_000, -1, 0, 0)))
        .hasMessageContaining("3000000 bytes, more than the 2000000 that one file may have");
  }

  @Test
  void anEntryLargerThanItSaysIsStopped() throws IOException {
    byte[] name = "liar.wav".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> unpack(new HostileZip().entry(name, new byte[900], 10, -1, 0, 0)))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("says 10 bytes and unpacks to more");
    nothingWasWritten();
  }

  @Test
  void anEntrySmallerThanItSaysIsRefused() throws IOException {
    byte[] name = "liar.wav".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> unpack(new HostileZip().entry(name, new byte[90], 100, -1, 0, 0)))
        .hasMessageContaining("says 100 bytes and unpacks to 90");
    nothingWasWritten();
  }

  @Test
  void aWrongCrcIsRefused() {
    byte[] name = "a.wav".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> unpack(new HostileZip().entry(name, name, -1, 42, 0, 0)))
        .hasMessageContaining("another CRC-32");
  }

  @Test
  void aDuplicateEntryIsRefused() throws IOException {
    assertThatThrownBy(() -> unpack(new HostileZip().file("a.wav", "1").file("./a.wav", "2")))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("'a.wav' twice");
    assertThatThrownBy(() -> unpack(new HostileZip().file("a", "1").file("a/b", "2")))
        .hasMessageContaining("'a' twice");
    nothingWasWritten();
  }

  @Test
  void entriesThatShareTheirBytesAreRefused() {
    byte[] content = new byte[500];
    assertThatThrownBy(
            () -> unpack(new HostileZip().file("a.wav", content).shared("b.wav", content)))
        .hasMessageContaining("shares its bytes with another");
  }

  @Test
  void tooManyEntriesAreRefused() {
    HostileZip zip = new HostileZip();
    for (int i = 0; i < 21; i++) {
      zip.file(i + ".wav", "x");
    }
    assertThatThrownBy(() -> unpack(zip)).hasMessageContaining("more than 20 entries");
  }

  @Test
  void aDirectoryThatAnnouncesMoreThanItHasIsRefused() {
    assertThatThrownBy(() -> unpack(new HostileZip().file("a.wav", "1").announce(7)))
        .hasMessageContaining("announces 7 entries and has 1");
  }

  @Test
  void aZipThatWasCutOffSaysThatTheDownloadIsNotComplete() throws IOException {
    byte[] bytes = new HostileZip().file("a.wav", "1".repeat(300)).bytes();
    Path archive = folder.resolve("a.zip");
    Files.write(archive, java.util.Arrays.copyOf(bytes, bytes.length - 30));
    assertThatThrownBy(() -> unpack(archive, Selection.ALL, SMALL))
        .hasMessageContaining("the download is not complete");
  }

  @Test
  void aWebPageInPlaceOfAnArchiveIsCalledOne() throws IOException {
    Path archive = Files.writeString(folder.resolve("a.zip"), "<!DOCTYPE html><html>Log in");
    assertThatThrownBy(() -> unpack(archive, Selection.ALL, SMALL))
        .hasMessageContaining("is a web page instead of an archive");
  }

  @Test
  void aFullDiskIsNoticedBeforeAnythingIsWritten() throws IOException {
    Path archive = new HostileZip().file("a.wav", "x".repeat(5000)).write(folder.resolve("a.zip"));
    DiskSpace full = path -> DiskSpace.RESERVE + 100;
    Unpacker unpacker = new Unpacker(ArchiveLimits.CORPUS, full, UnpackListener.NONE);
    assertThatThrownBy(() -> unpacker.unpack(archive, folder.resolve("out"), Selection.ALL))
        .hasMessageContaining("make room or choose another folder");
    nothingWasWritten();
  }

  @Test
  void progressEndsAtTheTotal() throws IOException {
    List<Long> seen = new ArrayList<>();
    Path archive = new HostileZip().file("a", "12").file("b", "345").write(folder.resolve("a.zip"));
    new Unpacker(SMALL, DiskSpace.REAL, (done, total) -> seen.add(done * 10 + total))
        .unpack(archive, folder.resolve("out"), Selection.ALL);
    assertThat(seen).containsExactly(25L, 55L);
  }
}
