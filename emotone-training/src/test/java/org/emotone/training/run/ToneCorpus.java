package org.emotone.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;

/**
 * A corpus of tones under RAVDESS' names: each of four emotions has its own pitch, each actor a
 * slightly other one, so that a small network learns it in seconds.
 */
public final class ToneCorpus {

  private static final int[] EMOTIONS = {1, 3, 4, 5};
  private static final int RATE = 16_000;

  private ToneCorpus() {}

  /** Writes two clips of each emotion by each of {@code actors} actors. */
  public static Path write(Path root, int actors) throws IOException {
    for (int actor = 1; actor <= actors; actor++) {
      Path folder = root.resolve(String.format(Locale.ROOT, "Actor_%02d", actor));
      Files.createDirectories(folder);
      for (int emotion : EMOTIONS) {
        for (int take = 1; take <= 2; take++) {
          String name =
              String.format(
                  Locale.ROOT, "03-01-%02d-01-%02d-%02d-%02d.wav", emotion, take, take, actor);
          WavWriter.write(folder.resolve(name), tone(emotion, actor, take));
        }
      }
    }
    return root;
  }

  private static Waveform tone(int emotion, int actor, int take) {
    Random random = new Random(100L * emotion + 10L * actor + take);
    double hertz = 300.0 * emotion * (1 + 0.01 * actor);
    float[] samples = new float[(int) (RATE * (0.5 + 0.1 * take))];
    for (int i = 0; i < samples.length; i++) {
      double sine = Math.sin(2 * Math.PI * hertz * i / RATE);
      samples[i] = (float) (0.3 * sine + 0.02 * random.nextGaussian());
    }
    return new Waveform(samples, RATE);
  }
}
