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
import org.emotone.features.scaling.Scaler;
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
    return clip(name, level, "levels:1");
  }

  private Utterance clip(String name, float level, String speaker) throws Exception {
    float[] samples = new float[4000];
    Arrays.fill(samples, level);
    Path file = folder.resolve(name);
    WavWriter.write(file, new Waveform(samples, 16_000));
    return new Utterance(
        "levels", name, file, speaker, null, null, "en", Emotion.SAD, "sad", null, null, null);
  }

  private Features features(FrontEnd frontEnd, List<Utterance> clips) throws Exception {
    FeatureCache cache = new FeatureCache(folder.resolve("cache"), 1);
    return cache.load(clips, frontEnd, FeatureCache.Progress.SILENT);
  }

  private static Split split(List<Utterance> train, List<Utterance> test) {
    return new Split(Protocol.RANDOM, "by hand", train, List.of(), test);
  }

  @Test
  void theTestPartHasNoSayInTheScaler() throws Exception {
    List<Utterance> train = List.of(clip("a.wav", 0.1f), clip("b.wav", 0.3f));
    List<Utterance> test = List.of(clip("c.wav", 0.9f));
    Features all = features(LEVELS, List.of(test.get(0), train.get(0), train.get(1)));
    Scaler scaler =
        new ScalerFitting(all, split(train, test).trainingSet()).scaler(ScalerKind.STANDARD, null);
    FrontEnd fitted = LEVELS.withScaler(scaler);
    FeatureMatrix soft = fitted.extract(Audio.read(train.get(0).path()));
    FeatureMatrix loud = fitted.extract(Audio.read(train.get(1).path()));
    // Both training clips are as long, so their middles lie on both sides of the mean.
    assertThat(soft.get(10, 0) + loud.get(10, 0)).isCloseTo(0, within(0.2f));
    assertThat(fitted.extract(Audio.read(test.get(0).path())).get(10, 0)).isGreaterThan(5);
    assertThat(FrontEnd.fromJson(fitted.toJson())).isEqualTo(fitted);
  }

  @Test
  void theCacheScalesWhatItKeepsForAllScalers() throws Exception {
    List<Utterance> clips = List.of(clip("a.wav", 0.1f), clip("b.wav", 0.3f));
    Features plain = features(LEVELS, clips);
    Scaler scaler =
        new ScalerFitting(plain, split(clips, List.of()).trainingSet())
            .scaler(ScalerKind.MIN_MAX, null);
    FrontEnd fitted = LEVELS.withScaler(scaler);
    assertThat(features(fitted, clips).matrices().get(0).values())
        .containsExactly(fitted.extract(Audio.read(clips.get(0).path())).values());
    assertThat(features(LEVELS, clips).matrices().get(0).values())
        .containsExactly(plain.matrices().get(0).values());
  }

  @Test
  void principalComponentsFollowTheScaler() throws Exception {
    List<Utterance> train = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      train.add(clip(i + ".wav", 0.1f * i));
    }
    FrontEnd mel = FrontEnd.of(null, null, LogMel.SPEECH, Normalisation.NONE, null);
    Features all = features(mel, train);
    ScalerFitting fitting = new ScalerFitting(all, split(train, List.of()).trainingSet());
    Scaler scaler = fitting.scaler(ScalerKind.STANDARD, null);
    Scaler components = fitting.components(all.scaled(clip -> scaler), 0.95);
    FrontEnd reduced = mel.withScaler(ScalerFitting.chain(scaler, components));
    assertThat(reduced.coefficients()).isBetween(1, 20);
    assertThat(reduced.extract(Audio.read(train.get(0).path())).coefficients())
        .isEqualTo(reduced.coefficients());
  }

  @Test
  void nothingLiesBeyondTheLimit() throws Exception {
    List<Utterance> train = List.of(clip("a.wav", 0.1f), clip("b.wav", 0.3f));
    Utterance loud = clip("c.wav", 0.9f);
    Features all = features(LEVELS, List.of(train.get(0), train.get(1), loud));
    Scaler scaler =
        new ScalerFitting(all, split(train, List.of(loud)).trainingSet())
            .scaler(ScalerKind.STANDARD, 2.0);
    FrontEnd fitted = LEVELS.withScaler(scaler);
    assertThat(fitted.extract(Audio.read(loud.path())).get(10, 0)).isEqualTo(2);
    assertThat(FrontEnd.fromJson(fitted.toJson())).isEqualTo(fitted);
  }

  @Test
  void aSpeakersStatisticsScaleThatSpeakersClips() throws Exception {
    List<Utterance> own = List.of(clip("a.wav", 0.1f), clip("b.wav", 0.3f));
    Utterance other = clip("c.wav", 0.1f, "levels:2");
    Features all = features(LEVELS, List.of(own.get(0), own.get(1), other));
    Features scaled =
        new ScalerFitting(all, split(own, List.of()).trainingSet())
            .perSpeaker(ScalerKind.MIN_MAX, null);
    assertThat(scaled.matrices().get(0).get(10, 0)).isLessThan(0.4f);
    assertThat(scaled.matrices().get(1).get(10, 0)).isEqualTo(1);
    assertThat(scaled.matrices().get(2).get(10, 0)).isEqualTo(1);
  }
}
