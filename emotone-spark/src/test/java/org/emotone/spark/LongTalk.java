package org.emotone.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.emotone.audio.Audio;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Resampler;

/** Talk of any length: the samples in random order with pauses of random length in noise. */
final class LongTalk {

  private static final int RATE = 16_000;

  private LongTalk() {}

  /** Writes talk of so many seconds. */
  static void write(Path file, int seconds) throws IOException {
    List<float[]> clips = new ArrayList<>();
    try (Stream<Path> files = Files.list(LocalSpark.SAMPLES)) {
      for (Path clip : files.filter(f -> f.toString().endsWith(".wav")).sorted().toList()) {
        clips.add(Resampler.resample(Audio.read(clip), RATE).samples());
      }
    }
    SplittableRandom random = new SplittableRandom(11);
    float[] talk = new float[seconds * RATE];
    for (int i = 0; i < talk.length; i++) {
      talk[i] = (float) (1e-3 * (random.nextDouble() - 0.5));
    }
    int at = 0;
    while (at < talk.length) {
      float[] clip = clips.get(random.nextInt(clips.size()));
      int length = Math.min(clip.length, talk.length - at);
      for (int i = 0; i < length; i++) {
        talk[at + i] += clip[i];
      }
      at += length + random.nextInt(2 * RATE);
    }
    WavWriter.write(file, new Waveform(talk, RATE));
  }
}
