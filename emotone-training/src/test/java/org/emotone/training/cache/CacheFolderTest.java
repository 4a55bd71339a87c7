package org.emotone.training.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.features.FrontEnd;
import org.emotone.features.Normalisation;
import org.emotone.features.Trim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stages of the cache: what each keeps, what the next makes of it, and how it is emptied. */
class CacheFolderTest {

  private static final FrontEnd TRIMMED =
      FrontEnd.of(null, Trim.of(null, null, null), null, null, null);

  private final Path folder;
  private final CacheFolder cache;
  private Path file = Path.of("");

  CacheFolderTest(@TempDir Path folder) {
    this.folder = folder;
    this.cache = new CacheFolder(folder.resolve("cache"));
  }

  /** Half a second of tone between silences, at a rate that must be changed. */
  @BeforeEach
  void writeClip() throws IOException {
    float[] samples = new float[3 * 11_025];
    for (int i = 11_025; i < 2 * 11_025; i++) {
      samples[i] = (float) (0.5 * Math.sin(0.1 * i));
    }
    file = folder.resolve("tone.wav");
    WavWriter.write(file, new Waveform(samples, 22_050));
  }

  private Features load(FrontEnd frontEnd) throws Exception {
    Utterance clip =
        new Utterance(
            "c", "tone", file, "c:a", null, null, "en", Emotion.SAD, "sad", null, null, null);
    return new FeatureCache(cache.root(), 1)
        .load(List.of(clip), frontEnd, FeatureCache.Progress.SILENT);
  }

  private Path only(CacheStage stage) throws IOException {
    try (Stream<Path> files = Files.walk(cache.of(stage))) {
      return files.filter(f -> f.toString().endsWith(stage.extension())).toList().get(0);
    }
  }

  @Test
  void everyStageIsKeptUnderItsOwnParameters() throws Exception {
    load(TRIMMED);
    for (CacheStage stage : List.of(CacheStage.DECODED, CacheStage.TRIMMED, CacheStage.FEATURES)) {
      assertThat(cache.usage(stage).entries()).as(stage.id()).isEqualTo(1);
      assertThat(cache.usage(stage).bytes()).as(stage.id()).isPositive();
    }
    load(FrontEnd.of(null, TRIMMED.trim(), null, Normalisation.PER_BAND, null));
    assertThat(cache.usage(CacheStage.DECODED)).extracting("entries", "sets").containsExactly(1, 1);
    assertThat(cache.usage(CacheStage.TRIMMED)).extracting("entries", "sets").containsExactly(1, 1);
    assertThat(cache.usage(CacheStage.FEATURES))
        .extracting("entries", "sets")
        .containsExactly(2, 2);
    load(FrontEnd.of(22_050, null, null, null, null));
    assertThat(cache.usage(CacheStage.DECODED).sets()).isEqualTo(2);
    assertThat(cache.usage(CacheStage.TRIMMED).sets()).isEqualTo(1);
  }

  @Test
  void laterStagesAreMadeOfTheEarlierOnesWithoutDecoding() throws Exception {
    Features first = load(TRIMMED);
    cache.clear(CacheStage.FEATURES);
    // The recording stays the same for the cache, which has read its content before; a damaged
    // entry of an earlier stage shows which one the features are made of.
    Path decoded = only(CacheStage.DECODED);
    PackedFile samples = PackedFile.read(decoded, 0x31444d45).orElseThrow();
    float[] silent = new float[samples.values().length];
    silent[silent.length / 2] = 0.5f;
    new PackedFile(samples.first(), samples.second(), silent).write(decoded, 0x31444d45);
    assertThat(load(TRIMMED).matrices().get(0).values())
        .isNotEqualTo(first.matrices().get(0).values());
  }

  @Test
  void everyStageGivesWhatTheFrontEndExtractsWhereverItBegins() throws Exception {
    float[] whole = load(TRIMMED).matrices().get(0).values();
    for (CacheStage stage : List.of(CacheStage.FEATURES, CacheStage.TRIMMED, CacheStage.DECODED)) {
      cache.clear(stage);
      if (stage != CacheStage.FEATURES) {
        cache.clear(CacheStage.FEATURES);
      }
      assertThat(load(TRIMMED).matrices().get(0).values()).isEqualTo(whole);
    }
  }

  @Test
  void damagedEntriesOfEarlierStagesAreComputedAgain() throws Exception {
    float[] whole = load(TRIMMED).matrices().get(0).values();
    for (CacheStage stage : List.of(CacheStage.DECODED, CacheStage.TRIMMED)) {
      byte[] bytes = Files.readAllBytes(only(stage));
      bytes[bytes.length - 1] ^= 1;
      Files.write(only(stage), bytes);
      cache.clear(CacheStage.FEATURES);
      assertThat(load(TRIMMED).matrices().get(0).values()).as(stage.id()).isEqualTo(whole);
    }
  }

  @Test
  void clearingDeletesNothingButTheCachesOwn() throws Exception {
    load(TRIMMED);
    Path note = Files.writeString(cache.of(CacheStage.FEATURES).resolve("note.txt"), "mine");
    CacheFolder.Usage deleted = cache.clear(CacheStage.FEATURES);
    assertThat(deleted.entries()).isEqualTo(1);
    assertThat(note).exists();
    assertThat(cache.usage(CacheStage.FEATURES).entries()).isZero();
    assertThat(cache.usage(CacheStage.DECODED).entries()).isEqualTo(1);
    cache.clear(CacheStage.DECODED);
    assertThat(cache.of(CacheStage.DECODED)).doesNotExist();
    assertThat(file).exists();
  }

  @Test
  void linksOutOfTheCacheAreNotFollowed() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Path other = Files.writeString(elsewhere.resolve("x.emf"), "not ours");
    Files.createDirectories(cache.of(CacheStage.FEATURES));
    Files.createSymbolicLink(cache.of(CacheStage.FEATURES).resolve("link"), elsewhere);
    cache.clear(CacheStage.FEATURES);
    assertThat(other).exists();
  }

  @Test
  void cacheThatCannotBeWrittenSaysWhatToDo() throws Exception {
    Files.writeString(cache.root(), "a file where the folder should be");
    assertThatThrownBy(() -> load(TRIMMED))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(cache.root() + ": the cache cannot be written (")
        .hasMessageEndingWith(
            "make room with `emotone cache clear`, or point EMOTONE_HOME to another folder");
  }
}
