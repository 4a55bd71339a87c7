package org.emotone.corpus.download.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarUnpackingTest {
  private static final ArchiveLimits SMALL =
      new ArchiveLimits(10, 2_000_000, 4_000_000, 100, 20_000);

  private final Path folder;

  TarUnpackingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Unpacked unpack(HostileTar tar) throws IOException {
    return unpack(tar.write(folder.resolve("a.tar.gz")));
  }

  private Unpacked unpack(Path archive) throws IOException {
    return new Unpacker(SMALL, DiskSpace.REAL, UnpackListener.NONE)
        .unpack(archive, folder.resolve("out"), Selection.ALL);
  }

  private void nothingWasWritten() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      assertThat(walk.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
          .containsExactly("a.tar.gz");
    }
  }

  @Test
  void filesOfAnHonestTarAppearWithTheirContent() throws IOException {
    HostileTar tar =
        new HostileTar().entry("bea/", '5', new byte[0], -1).file("bea/1.wav", "sound");
    assertThat(unpack(tar)).isEqualTo(new Unpacked(1, 5, 0));
    assertThat(folder.resolve("out/bea/1.wav")).hasContent("sound");
  }

  @Test
  void aTarWithoutGzipIsReadToo() throws IOException {
    Path archive = Files.write(folder.resolve("a.tar"), new HostileTar().file("a", "1").bytes());
    assertThat(unpack(archive).files()).isEqualTo(1);
  }

  @Test
  void longNamesOfGnuAndOfPaxAreRead() throws IOException {
    String gnu = "g".repeat(120) + "/" + "n".repeat(60) + ".wav";
    String pax = "p".repeat(130) + "é.wav";
    String record = " path=" + pax + "\n";
    int length = record.getBytes(StandardCharsets.UTF_8).length;
    String whole = (length + 3) + record;
    HostileTar tar =
        new HostileTar()
            .entry("././@LongLink", 'L', (gnu + "\0").getBytes(StandardCharsets.UTF_8), -1)
            .file("short", "1")
            .entry("pax", 'x', whole.getBytes(StandardCharsets.UTF_8), -1)
            .file("short", "2");
    unpack(tar);
    assertThat(folder.resolve("out").resolve(gnu)).hasContent("1");
    assertThat(folder.resolve("out").resolve(pax)).hasContent("2");
  }

  @ParameterizedTest
  @ValueSource(chars = {'1', '2', '3', '4', '6', 'S'})
  void linksAndDevicesAreRefused(char type) throws IOException {
    HostileTar tar = new HostileTar().file("good.wav", "x").entry("odd", type, new byte[0], -1);
    assertThatThrownBy(() -> unpack(tar))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("'odd' is a link or a device");
    nothingWasWritten();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "/etc/evil", "a/../../evil"})
  void namesThatLeadElsewhereAreRefused(String name) throws IOException {
    assertThatThrownBy(() -> unpack(new HostileTar().file("good.wav", "x").file(name, "evil")))
        .isInstanceOf(ArchiveException.class);
    nothingWasWritten();
  }

  @Test
  void aLongNameCannotClimbEither() throws IOException {
    byte[] name = "../../evil".getBytes(StandardCharsets.UTF_8);
    HostileTar tar = new HostileTar().entry("x", 'L', name, -1).file("short", "evil");
    assertThatThrownBy(() -> unpack(tar)).hasMessageContaining("leads out of the folder");
    nothingWasWritten();
  }

  @Test
  void aNameThatWouldFillTheMemoryIsRefused() {
    HostileTar tar = new HostileTar().entry("x", 'L', new byte[100_000], -1).file("a", "1");
    assertThatThrownBy(() -> unpack(tar)).hasMessageContaining("100000 bytes, more than the 65536");
  }

  @Test
  void aBombIsStoppedEvenInAnEntryThatIsSkipped() throws IOException {
    HostileTar tar = new HostileTar().entry("__MACOSX/x", '0', new byte[1_900_000], -1);
    assertThatThrownBy(() -> unpack(tar))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("more than 100 times as many");
    nothingWasWritten();
  }

  @Test
  void duplicatesAndTooManyEntriesAreRefused() throws IOException {
    assertThatThrownBy(() -> unpack(new HostileTar().file("a", "1").file("a", "2")))
        .hasMessageContaining("'a' twice");
    HostileTar many = new HostileTar();
    for (int i = 0; i < 11; i++) {
      many.file(i + ".wav", "x");
    }
    assertThatThrownBy(() -> unpack(many)).hasMessageContaining("more than 10 entries");
    nothingWasWritten();
  }

  @Test
  void anEntryThatSaysMoreThanThereIsIsNotComplete() throws IOException {
    HostileTar tar = new HostileTar().entry("a.wav", '0', new byte[10], 50_000);
    assertThatThrownBy(() -> unpack(tar))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("the download is not complete");
    nothingWasWritten();
  }

  @Test
  void aGzipThatWasCutOffIsNotComplete() throws IOException {
    Path archive = new HostileTar().file("a", "1".repeat(3000)).write(folder.resolve("a.tar.gz"));
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> unpack(archive)).isInstanceOf(ArchiveException.class);
    nothingWasWritten();
  }

  @Test
  void aWrongHeaderSumIsDamage() throws IOException {
    byte[] bytes = new HostileTar().file("a", "1").bytes();
    bytes[0] = 'b';
    Path archive = Files.write(folder.resolve("a.tar.gz"), bytes);
    assertThatThrownBy(() -> unpack(archive)).hasMessageContaining("the checksum of a header");
  }
}
