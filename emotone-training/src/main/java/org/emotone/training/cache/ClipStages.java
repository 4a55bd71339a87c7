package org.emotone.training.cache;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Range;
import org.emotone.corpus.Segment;
import org.emotone.corpus.Utterance;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.features.StrictJson;
import org.emotone.features.Trim;
import org.jspecify.annotations.Nullable;

/**
 * The way of one clip through the stages of a front-end: each is read if it is kept, or computed
 * from the one before and kept.
 */
final class ClipStages {

  /** {@code EMD1} as it stands in a file of samples: their rate, and how many there are. */
  private static final int DECODED = 0x31444d45;

  /** {@code EMT1} as it stands in a file of a range: its start and its end, in samples. */
  private static final int TRIMMED = 0x31544d45;

  private final FrontEnd frontEnd;

  /** Files with several clips in them, as long as there is memory for them. */
  private final Map<Path, SoftReference<Waveform>> opened = new ConcurrentHashMap<>();

  private final Path decoded;
  private final Path trimmed;

  /**
   * Makes the folders.
   *
   * @throws IOException if they cannot be made
   */
  ClipStages(FrontEnd frontEnd, CacheFolder cache) throws IOException {
    this.frontEnd = frontEnd;
    String rate = frontEnd.sampleRate() + " Hz";
    Trim trim = frontEnd.trim();
    this.decoded = cache.of(CacheStage.DECODED, rate);
    this.trimmed =
        trim == null
            ? cache.of(CacheStage.TRIMMED)
            : cache.of(CacheStage.TRIMMED, rate + " " + StrictJson.write(trim));
  }

  /**
   * Computes the features of a clip from the last stage that is kept.
   *
   * @throws IOException if the clip cannot be decoded; the message is for the user
   * @throws IllegalArgumentException if it cannot be analysed
   */
  FeatureMatrix compute(Utterance clip, String digest) throws IOException {
    Waveform sound = sound(clip, digest);
    return frontEnd.analyse(sound, speech(sound, digest));
  }

  /**
   * The first stage: a clip at the rate of the front-end.
   *
   * @throws IOException if the clip cannot be decoded; the message is for the user
   */
  Waveform sound(Utterance clip, String digest) throws IOException {
    Path entry = CacheFolder.entry(decoded, CacheStage.DECODED, digest);
    Optional<Waveform> kept =
        PackedFile.read(entry, DECODED)
            .filter(packed -> packed.first() == frontEnd.sampleRate())
            .filter(packed -> packed.second() == packed.values().length)
            .map(packed -> new Waveform(packed.values(), packed.first()));
    if (kept.isPresent()) {
      return kept.get();
    }
    Waveform sound = frontEnd.resample(waveform(clip));
    keepForLater(
        entry, new PackedFile(sound.sampleRate(), sound.length(), sound.samples()), DECODED);
    return sound;
  }

  /** The clip's part of its file, which is not decoded again for the next clip in it. */
  private Waveform waveform(Utterance clip) throws IOException {
    Segment part = clip.segment();
    if (part == null) {
      return Audio.read(clip.path());
    }
    @Nullable SoftReference<Waveform> kept = opened.get(clip.path());
    @Nullable Waveform whole = kept == null ? null : kept.get();
    if (whole == null) {
      whole = Audio.read(clip.path());
      opened.put(clip.path(), new SoftReference<>(whole));
    }
    return part.of(whole);
  }

  private Range speech(Waveform sound, String digest) throws IOException {
    if (frontEnd.trim() == null) {
      return frontEnd.speech(sound);
    }
    Path entry = CacheFolder.entry(trimmed, CacheStage.TRIMMED, digest);
    Optional<Range> kept =
        PackedFile.read(entry, TRIMMED)
            .filter(packed -> packed.first() >= 0 && packed.first() <= packed.second())
            .filter(packed -> packed.second() <= sound.length() && packed.values().length == 0)
            .map(packed -> new Range(packed.first(), packed.second()));
    if (kept.isPresent()) {
      return kept.get();
    }
    Range speech = frontEnd.speech(sound);
    keepForLater(entry, new PackedFile(speech.start(), speech.end(), new float[0]), TRIMMED);
    return speech;
  }

  /**
   * Keeps what only saves time later. Where that fails, for want of room, say, the features will
   * fail to be kept as well, and that is told.
   */
  private static void keepForLater(Path entry, PackedFile packed, int magic) {
    try {
      packed.write(entry, magic);
    } catch (IOException e) {
      // As above.
    }
  }
}
