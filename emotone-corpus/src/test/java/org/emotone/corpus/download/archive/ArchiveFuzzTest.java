package org.emotone.corpus.download.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Whatever the bytes, unpacking ends with files below the folder or with an {@code IOException}.
 */
class ArchiveFuzzTest {
  private static final ArchiveLimits SMALL = new ArchiveLimits(20, 100_000, 200_000, 50, 100_000);

  private static void survives(byte[] bytes) throws IOException {
    Path folder = Files.createTempDirectory("fuzz");
    try {
      Path archive = Files.write(folder.resolve("a.zip"), bytes);
      Path out = folder.resolve("in/out");
      try {
        new Unpacker(SMALL, DiskSpace.REAL, UnpackListener.NONE)
            .unpack(archive, out, Selection.ALL);
      } catch (IOException refused) {
        assertThat(refused).hasMessageNotContaining("java.");
      }
      try (Stream<Path> walk = Files.walk(folder)) {
        assertThat(walk.filter(Files::isRegularFile))
            .allMatch(file -> file.equals(archive) || file.startsWith(out));
      }
    } finally {
      try (Stream<Path> walk = Files.walk(folder)) {
        walk.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  @Property(tries = 300)
  void aZipWithChangedBytesNeverEscapes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int n) throws IOException {
    byte[] bytes = new HostileZip().file("a/b.wav", "sound").file("c.wav", "more").bytes();
    survives(changed(bytes, seed, n, 4));
  }

  @Property(tries = 300)
  void aTarWithChangedBytesNeverEscapes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int n) throws IOException {
    byte[] bytes = new HostileTar().file("a/b.wav", "sound").file("c.wav", "more").bytes();
    survives(changed(bytes, seed, n, 0));
  }

  @Property(tries = 300)
  void anyBytesAreReadAsTarOrRefused(@ForAll @Size(max = 2000) byte[] bytes) throws IOException {
    TarStream tar = new TarStream(new ByteArrayInputStream(bytes), "x");
    try {
      for (int i = 0; i < 10 && tar.next() != null; i++) {
        assertThat(i).isLessThan(10);
      }
    } catch (ArchiveException refused) {
      assertThat(refused).hasMessageStartingWith("x: ");
    }
  }

  @Property(tries = 1000)
  void aCheckedPathStaysBelowItsFolder(@ForAll String name) {
    Path root = Path.of("/root/folder");
    try {
      String path = EntryPath.checked("x", name);
      assertThat(root.resolve(path).normalize().startsWith(root)).isTrue();
    } catch (ArchiveException refused) {
      assertThat(refused).hasMessageContaining("x: entry");
    } catch (InvalidPathException notWritable) {
      assertThat(name).matches(text -> text.chars().anyMatch(c -> Character.isSurrogate((char) c)));
    }
  }

  private static byte[] changed(byte[] bytes, long seed, int count, int from) {
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      bytes[from + random.nextInt(bytes.length - from)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
