package org.emotone.training.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.emotone.audio.Audio;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Segment;
import org.emotone.corpus.Utterance;
import org.emotone.features.Cut;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.features.Length;
import org.emotone.features.LogMel;
import org.emotone.features.Normalisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCacheTest {

  private static final FrontEnd FRONT_END = FrontEnd.SPEECH;

  private Path folder;
  private Path kept;
  private FeatureCache cache;
  private List<Utterance> clips;

  @BeforeEach
  void writeClips(@TempDir Path temporary) throws IOException {
    folder = temporary;
    kept = folder.resolve("cache");
    cache = new FeatureCache(kept, 2);
    clips = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Path file = folder.resolve("tone" + i + ".wav");
      WavWriter.write(file, tone(200 + 100 * i));
      clips.add(clip(file));
    }
  }

  private static Waveform tone(double hertz) {
    float[] samples = new float[8000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / 16000));
    }
    return new Waveform(samples, 16000);
  }

  private static Utterance clip(Path file) {
    String id = String.valueOf(file.getFileName());
    return new Utterance(
        "tones", id, file, "tones:1", null, null, "en", Emotion.SAD, "sad", null, null, null);
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.walk(kept)) {
      return files.filter(f -> f.toString().endsWith(".emf")).sorted().toList();
    }
  }

  @Test
  void givesWhatTheFrontEndExtractsInTheOrderOfTheClips() throws Exception {
    Features features = cache.load(clips, FRONT_END, FeatureCache.Progress.SILENT);
    assertThat(features.utterances()).isEqualTo(clips);
    for (int i = 0; i < clips.size(); i++) {
      Waveform clip = Audio.read(clips.get(i).path());
      assertThat(features.matrices().get(i).values()).isEqualTo(FRONT_END.extract(clip).values());
    }
  }

  @Test
  void secondTimeNothingIsComputed() throws Exception {
    Features first = cache.load(clips, FRONT_END, FeatureCache.Progress.SILENT);
    FileTime old = FileTime.fromMillis(1_000_000);
    for (Path entry : entries()) {
      Files.setLastModifiedTime(entry, old);
    }
    Features second = cache.load(clips, FRONT_END, FeatureCache.Progress.SILENT);
    for (int i = 0; i < clips.size(); i++) {
      assertThat(second.matrices().get(i).values()).isEqualTo(first.matrices().get(i).values());
    }
    assertThat(second.digests()).isEqualTo(first.digests());
    assertThat(entries()).hasSize(5).allMatch(e -> old.equals(modified(e)));
  }

  @Test
  void frontEndsThatTakeOtherPartsOfAClipShareNothing() throws Exception {
    FrontEnd start =
        FrontEnd.of(null, null, null, new Cut(0, 0.2, false), null, null, null, null, null);
    cache.load(clips, FRONT_END, FeatureCache.Progress.SILENT);
    Features features = cache.load(clips, start, FeatureCache.Progress.SILENT);
    Waveform clip = Audio.read(clips.get(0).path());
    assertThat(features.matrices().get(0).values()).isEqualTo(start.extract(clip).values());
    assertThat(entries()).hasSize(10);
  }

  @Test
  void soundsAreKeptAtTheRateOfTheFrontEnd() throws Exception {
    FrontEnd slow =
        FrontEnd.of(
            8000,
            null,
            LogMel.of(
                null, null, null, null, 4000.0, null, null, null, null, null, null, null, null),
            null,
            null);
    Features features = cache.load(clips, slow, FeatureCache.Progress.SILENT);
    Waveform expected = slow.resample(Audio.read(clips.get(0).path()));
    Files.delete(clips.get(0).path());
    ClipSounds sounds = new FeatureCache(kept, 1).sounds(slow);
    Waveform sound = sounds.of(clips.get(0), features.digests().get(0));
    assertThat(sound.sampleRate()).isEqualTo(8000);
    assertThat(sound.samples()).isEqualTo(expected.samples());
  }

  @Test
  void keepsAnythingThatIsComputedUnderItsDescription() throws Exception {
    AtomicInteger computed = new AtomicInteger();
    Computation length = length("length", computed);

    Features first = cache.load(clips, length, FeatureCache.Progress.SILENT);
    Features second = cache.load(clips, length, FeatureCache.Progress.SILENT);
    cache.load(clips, length("length, differently", computed), FeatureCache.Progress.SILENT);

    assertThat(computed).hasValue(10);
    for (int i = 0; i < clips.size(); i++) {
      float samples = Audio.read(clips.get(i).path()).length();
      assertThat(first.matrices().get(i).values()).containsExactly(samples);
      assertThat(second.matrices().get(i).values()).containsExactly(samples);
    }
  }

  private static Computation length(String description, AtomicInteger computed) {
    return new Computation() {
      @Override
      public String description() {
        return description;
      }

      @Override
      public FeatureMatrix of(Utterance clip) throws IOException {
        computed.incrementAndGet();
        return new FeatureMatrix(new float[] {Computation.waveform(clip).length()}, 1, 1);
      }
    };
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void damagedEntriesAreComputedAgain() throws Exception {
    Features first = cache.load(clips, FRONT_END, FeatureCache.Progress.SILENT);
    List<Path> entries = entries();
    byte[] flipped = Files.readAllBytes(entries.get(0));
    flipped[flipped.length / 2] ^= 1;
    Files.write(entries.get(0), flipped);
    Files.write(entries.get(1), new byte[0]);
    Files.write(entries.get(2), new byte[] {1, 2, 3});
    byte[] huge = Files.readAllBytes(entries.get(3));
    huge[7] = 0x7f;
    Files.write(entries.get(3), huge);
    Features second = cache.load(clips, FRONT_END, FeatureCache.Progress.SILENT);
    for (int i = 0; i < clips.size(); i++) {
      assertThat(second.matrices().get(i).values()).isEqualTo(first.matrices().get(i).values());
    }
  }

  @Test
  void lengthPolicyDoesNotMatterAndOtherPartsDo() throws Exception {
    cache.load(clips, FRONT_END, FeatureCache.Progress.SILENT);
    FrontEnd longer = FrontEnd.of(null, null, null, null, Length.of(100, 200, null, null, null));
    cache.load(clips, longer, FeatureCache.Progress.SILENT);
    assertThat(entries()).hasSize(5);
    FrontEnd other = FrontEnd.of(null, null, null, Normalisation.PER_BAND, null);
    cache.load(clips, other, FeatureCache.Progress.SILENT);
    assertThat(entries()).hasSize(10);
  }

  @Test
  void partOfAFileIsKeptApartFromTheWhole() throws Exception {
    Utterance whole = clips.get(0);
    List<Utterance> parts =
        List.of(whole, part(whole, new Segment(0.1, 0.3)), part(whole, Segment.from(0.2)));
    Features features = cache.load(parts, FRONT_END, FeatureCache.Progress.SILENT);
    assertThat(entries()).hasSize(3);
    assertThat(features.digests()).doesNotHaveDuplicates();
    Waveform file = Audio.read(whole.path());
    assertThat(features.matrices().get(1).values())
        .isEqualTo(FRONT_END.extract(new Segment(0.1, 0.3).of(file)).values());
    assertThat(features.matrices().get(1).frames()).isLessThan(features.matrices().get(0).frames());
  }

  private static Utterance part(Utterance whole, Segment segment) {
    return new Utterance(
        "tones",
        whole.id() + segment,
        whole.path(),
        "tones:1",
        null,
        null,
        "en",
        Emotion.SAD,
        "sad",
        null,
        null,
        null,
        segment);
  }

  @Test
  void unreadableClipsAreListedWithTheReason() throws Exception {
    Path text = Files.writeString(folder.resolve("text.wav"), "this is not audio");
    clips.add(2, clip(text));
    clips.add(clip(folder.resolve("gone.wav")));
    Features features = cache.load(clips, FRONT_END, FeatureCache.Progress.SILENT);
    assertThat(features.matrices()).hasSize(5);
    assertThat(features.unreadable()).hasSize(2);
    assertThat(features.unreadable().get(0).reason()).contains("text.wav").doesNotContain("\n");
    assertThat(features.unreadable().get(1).reason()).contains("gone.wav: cannot be read");
  }

  @Test
  void progressCountsEveryClip() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    AtomicInteger highest = new AtomicInteger();
    cache.load(
        clips,
        FRONT_END,
        (done, total) -> {
          calls.incrementAndGet();
          highest.accumulateAndGet(done, Math::max);
          assertThat(total).isEqualTo(5);
        });
    assertThat(calls).hasValue(5);
    assertThat(highest).hasValue(5);
  }
}
