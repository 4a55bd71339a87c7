package org.emotone.training.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotone.audio.Audio;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.split.Protocol;
import org.emotone.corpus.split.Split;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.features.LogMel;
import org.emotone.features.Normalisation;
import org.emotone.features.Rms;
import org.emotone.features.scaling.ScalerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalerFittingTest {

  private static final FrontEnd LEVELS =
      FrontEnd.of(null, null, Rms.of(400, 160, null), Normalisation.NONE, null);

  private final Path folder;

  ScalerFittingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Utterance clip(String name, float level) throws Exception {
    float[] samples = new float[4000];
    Arrays.fill(samples, level);
    Path file = folder.resolve(name);
    WavWriter.write(file, new Waveform(samples, 16_000));
    return new Utterance(
        "levels", name, file, "levels:1", null, null, "en", Emotion.SAD, "sad", null, null, null);
  }

  private ScalerFitting fitting() {
    return new ScalerFitting(
        new FeatureCache(folder.resolve("cache"), 1), FeatureCache.Progress.SILENT);
  }

  @Test
  void theTestPartHasNoSayInTheScaler() throws Exception {
    List<Utterance> train = List.of(clip("a.wav", 0.1f), clip("b.wav", 0.3f));
    List<Utterance> test = List.of(clip("c.wav", 0.9f));
    Split split = new Split(Protocol.RANDOM, "by hand", train, List.of(), test);
    FrontEnd fitted = fitting().scaled(LEVELS, ScalerKind.STANDARD, split.trainingSet());
    FeatureMatrix soft = fitted.extract(Audio.read(train.get(0).path()));
    FeatureMatrix loud = fitted.extract(Audio.read(train.get(1).path()));
    // Both training clips are as long, so their middles lie on both sides of the mean.
    assertThat(soft.get(10, 0) + loud.get(10, 0)).isCloseTo(0, within(0.2f));
    assertThat(fitted.extract(Audio.read(test.get(0).path())).get(10, 0)).isGreaterThan(5);
    assertThat(FrontEnd.fromJson(fitted.toJson())).isEqualTo(fitted);
  }

  @Test
  void principalComponentsFollowTheScaler() throws Exception {
    List<Utterance> train = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      train.add(clip(i + ".wav", 0.1f * i));
    }
    Split split = new Split(Protocol.RANDOM, "by hand", train, List.of(), List.of());
    FrontEnd mel = FrontEnd.of(null, null, LogMel.SPEECH, Normalisation.NONE, null);
    FrontEnd reduced = fitting().reduced(mel, ScalerKind.STANDARD, 0.95, split.trainingSet());
    assertThat(reduced.coefficients()).isBetween(1, 20);
    assertThat(reduced.extract(Audio.read(train.get(0).path())).coefficients())
        .isEqualTo(reduced.coefficients());
  }
}
