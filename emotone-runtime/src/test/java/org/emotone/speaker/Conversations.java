package org.emotone.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Range;
import org.emotone.audio.signal.Resampler;
import org.emotone.audio.signal.ResamplingQuality;
import org.emotone.audio.signal.Segment;
import org.emotone.audio.signal.SilenceTrimmer;

/** Clips of corpora, one after the other, as if people talked in turns. */
final class Conversations {

  static final int RATE = 16_000;

  /** A conversation and who speaks when in it; clips without their silent ends count as speech. */
  record Conversation(Waveform sound, List<SpeakerTurn> turns, int speakers) {}

  private final Path corpora;

  Conversations() {
    String folder = System.getenv("EMOTONE_CORPORA");
    assertThat(folder).as("EMOTONE_CORPORA, the folder of the corpora").isNotNull();
    corpora = Path.of(folder);
  }

  /**
   * Twelve turns of one to three clips each, with pauses of 0.2 to 0.8 s, and a little noise
   * throughout so that pauses are not digital silence.
   *
   * @param voices the speakers to draw from, such as {@code cremad:1005}, all of one corpus
   */
  Conversation of(List<String> voices, int count, long seed) throws IOException {
    Random random = new Random(seed);
    List<String> drawn = new ArrayList<>(voices);
    Collections.shuffle(drawn, random);
    drawn = drawn.subList(0, count);
    List<float[]> parts = new ArrayList<>();
    List<SpeakerTurn> turns = new ArrayList<>();
    int length = 0;
    int before = -1;
    for (int turn = 0; turn < 12; turn++) {
      int who = turn < count ? turn : random.nextInt(count);
      who = who == before ? (who + 1) % count : who;
      before = who;
      int clips = 1 + random.nextInt(3);
      for (int clip = 0; clip < clips; clip++) {
        float[] pause = new float[(int) (RATE * (0.2 + 0.6 * random.nextDouble()))];
        Waveform sound = clip(drawn.get(who), random);
        Range speech = new SilenceTrimmer(30, 1024, 256).find(sound);
        parts.add(pause);
        parts.add(Arrays.copyOfRange(sound.samples(), speech.start(), speech.end()));
        double start = (double) (length + pause.length) / RATE;
        length += pause.length + speech.length();
        turns.add(new SpeakerTurn(new Segment(start, (double) length / RATE), drawn.get(who)));
      }
    }
    return new Conversation(new Waveform(joined(parts, length, random), RATE), turns, count);
  }

  private static float[] joined(List<float[]> parts, int length, Random random) {
    float[] samples = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, samples, at, part.length);
      at += part.length;
    }
    for (int i = 0; i < length; i++) {
      samples[i] += (float) (1e-4 * random.nextGaussian());
    }
    return samples;
  }

  private Waveform clip(String speaker, Random random) throws IOException {
    boolean ravdess = speaker.startsWith("ravdess:");
    String name = speaker.substring(speaker.indexOf(':') + 1);
    Path folder = corpora.resolve(ravdess ? "ravdess/Actor_" + name : "cremad/AudioWAV");
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(file -> ravdess || file.getFileName().toString().startsWith(name + "_"))
              .sorted()
              .toList();
    }
    Path file = files.get(random.nextInt(files.size()));
    return Resampler.resample(Audio.read(file), RATE, ResamplingQuality.HIGH);
  }
}
