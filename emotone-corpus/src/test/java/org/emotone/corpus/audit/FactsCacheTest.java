package org.emotone.corpus.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.emotone.corpus.Corpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsCacheTest {

  private static final String CONTENT = "ab".repeat(32);

  @TempDir private Path folder = Path.of("");
  private FactsCache cache = new FactsCache(folder);

  @BeforeEach
  void open() {
    cache = new FactsCache(folder.resolve("cache/fingerprints"));
  }

  @Test
  void givesBackWhatWasPut() throws IOException {
    ClipFacts facts = facts();
    cache.put(CONTENT, facts);
    ClipFacts found = cache.get(CONTENT).orElseThrow();
    assertThat(found).usingRecursiveComparison().isEqualTo(facts);
  }

  @Test
  void hasNothingForOtherContent() throws IOException {
    cache.put(CONTENT, facts());
    assertThat(cache.get("cd".repeat(32))).isEmpty();
  }

  @Test
  void takesADamagedEntryForMissing() throws IOException {
    cache.put(CONTENT, facts());
    Path entry = entries().get(0);
    byte[] whole = Files.readAllBytes(entry);
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(entry, Arrays.copyOf(whole, length));
      assertThat(cache.get(CONTENT)).as("%d bytes of %d", length, whole.length).isEmpty();
    }
    whole[3]++;
    Files.write(entry, whole);
    assertThat(cache.get(CONTENT)).as("another version").isEmpty();
  }

  @Test
  void leavesNothingButItsEntriesBehind() throws IOException {
    cache.put(CONTENT, facts());
    cache.put(CONTENT, facts());
    assertThat(entries()).hasSize(1);
  }

  @Test
  void theSecondAuditDecodesNothing() throws IOException {
    Path clips = folder.resolve("clips");
    Planted.clip(clips, "03-01-03-01-01-01-01", Voices.speech(1));
    Planted.clip(clips, "03-01-04-01-01-01-01", Voices.speech(1));
    Corpus corpus = Planted.read(clips);
    CorpusAudit audit = new CorpusAudit(AuditOptions.standard().withCache(folder.resolve("c")));
    AuditReport first = audit.audit(List.of(corpus), (done, all) -> {});
    // Facts that no decoder would find show that the second audit asked the cache.
    for (Path entry : entries()) {
      byte[] bytes = Files.readAllBytes(entry);
      bytes[bytes.length - 1] = 127;
      Files.write(entry, bytes);
    }
    AuditReport second = audit.audit(List.of(corpus), (done, all) -> {});
    assertThat(second).isEqualTo(first);
  }

  @Test
  void saysWhenItCannotWrite() throws IOException {
    Path clips = folder.resolve("clips");
    Planted.clip(clips, "03-01-03-01-01-01-01", Voices.speech(1));
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    CorpusAudit audit = new CorpusAudit(AuditOptions.standard().withCache(file));
    assertThatThrownBy(() -> audit.audit(List.of(Planted.read(clips)), (done, all) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + ": fingerprints cannot be kept here");
  }

  private static ClipFacts facts() {
    return new ClipFacts(
        "WAV", 16_000, 1, 32_000, 0.5, 0.01, "cd".repeat(32), Fingerprinter.of(Voices.speech(1)));
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".wav"))
          .toList();
    }
  }
}
