package org.emotone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.emotone.audio.Audio;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Resampler;
import org.emotone.features.FeatureMatrix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognizerTest {

  private static Recognizer recognizer;

  @BeforeAll
  static void open() throws BundleException {
    recognizer = Recognizer.of(TinyModel.bundle());
  }

  @AfterAll
  static void close() {
    recognizer.close();
  }

  private static Waveform noise(double seconds, long seed) {
    Random random = new Random(seed);
    float[] samples = new float[(int) (seconds * 16_000)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = 0.1f * (float) random.nextGaussian();
    }
    return new Waveform(samples, 16_000);
  }

  @Test
  void severalClipsAreAnsweredAsEachByItself() {
    List<Waveform> clips = List.of(voice(1.5), noise(0.2, 3), voice(30), voice(1.5));
    List<Recognition> together = recognizer.recognizeAll(clips);
    assertThat(together).hasSize(4);
    for (int i = 0; i < clips.size(); i++) {
      assertThat(together.get(i))
          .usingRecursiveComparison()
          .ignoringFields("timings")
          .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : 1, Double.class)
          .isEqualTo(recognizer.recognize(clips.get(i)));
      assertThat(together.get(i).timings().total())
          .isGreaterThanOrEqualTo(together.get(i).timings().network());
    }
    assertThat(recognizer.recognizeAll(List.of())).isEmpty();
  }

  @Test
  void aStreamOfBytesIsAnsweredAsItsFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("voice.wav");
    WavWriter.write(file, voice(2));
    try (InputStream in = Files.newInputStream(file)) {
      assertThat(recognizer.recognize(in, "upload"))
          .usingRecursiveComparison()
          .ignoringFields("timings")
          .isEqualTo(recognizer.recognize(file));
    }
    assertThatThrownBy(() -> recognizer.recognize(new ByteArrayInputStream(new byte[0]), "upload"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("upload: ");
  }

  /** Vowel-like syllables, four a second, over quiet noise, at 16 kHz. */
  static Waveform voice(double seconds) {
    float[] samples = noise(seconds, 9).samples();
    for (int i = 0; i < samples.length; i++) {
      double t = i / 16_000.0;
      double sum = 0;
      for (int harmonic = 1; harmonic < 28; harmonic++) {
        sum +=
            Math.sin(2 * Math.PI * harmonic * 120 * t + 0.4 * harmonic * Math.sin(4 * t))
                / harmonic;
      }
      double syllable = 0.2 + 0.8 * Math.pow(Math.sin(Math.PI * 4 * t), 2);
      samples[i] = (float) (0.02 * samples[i] + 0.1 * syllable * sum);
    }
    return new Waveform(samples, 16_000);
  }

  private static List<FeatureMatrix> matrices(int count) {
    Random random = new Random(5);
    List<FeatureMatrix> matrices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int frames = 20 + random.nextInt(4);
      float[] values = new float[frames * TinyModel.BANDS];
      for (int v = 0; v < values.length; v++) {
        values[v] = 10 * (float) random.nextGaussian();
      }
      matrices.add(new FeatureMatrix(values, frames, TinyModel.BANDS));
    }
    return matrices;
  }

  /** What the tiny network must give, computed without ONNX Runtime. */
  private static double[] expected(FeatureMatrix features) {
    double[] probabilities = new double[TinyModel.CLASSES.size()];
    double sum = 0;
    for (int label = 0; label < probabilities.length; label++) {
      double logit = 0;
      for (int frame = 0; frame < features.frames(); frame++) {
        for (int band = 0; band < TinyModel.BANDS; band++) {
          logit += features.get(frame, band) * TinyModel.weight(band, label) / features.frames();
        }
      }
      probabilities[label] = Math.exp(logit / 1.5);
      sum += probabilities[label];
    }
    for (int label = 0; label < probabilities.length; label++) {
      probabilities[label] /= sum;
    }
    return probabilities;
  }

  @Test
  void scoresAreTheNetworksAtTheModelsTemperature() {
    Waveform clip = voice(0.8);
    double[] expected = expected(TinyModel.FRONT_END.apply(clip));
    Recognition recognition = recognizer.recognize(clip);
    assertThat(recognition.scores()).hasSize(3);
    for (Score score : recognition.scores()) {
      int label = TinyModel.CLASSES.indexOf(score.label());
      assertThat(score.probability()).isCloseTo(expected[label], within(1e-5));
    }
    assertThat(recognition.duration()).isEqualTo(0.8);
    assertThat(recognition.warnings()).isEmpty();
    assertThat(recognition.model()).isEqualTo("tiny@" + TinyModel.bundle().id());
  }

  @Test
  void scoresAreRankedAndSumToOne() {
    for (int seed = 0; seed < 10; seed++) {
      List<Score> scores = recognizer.recognize(noise(0.7, seed)).scores();
      double sum = 0;
      for (int i = 0; i < scores.size(); i++) {
        sum += scores.get(i).probability();
        if (i > 0) {
          assertThat(scores.get(i).probability())
              .isLessThanOrEqualTo(scores.get(i - 1).probability());
        }
      }
      assertThat(sum).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void aLongClipIsTheMeanOfItsWindows() {
    Waveform clip = noise(3.1, 2);
    List<FeatureMatrix> windows =
        TinyModel.FRONT_END.length().windows(TinyModel.FRONT_END.extract(clip));
    assertThat(windows).hasSizeGreaterThan(4);
    double[] mean = new double[3];
    for (FeatureMatrix window : windows) {
      double[] one = expected(window);
      for (int label = 0; label < 3; label++) {
        mean[label] += one[label] / windows.size();
      }
    }
    for (Score score : recognizer.recognize(clip).scores()) {
      int label = TinyModel.CLASSES.indexOf(score.label());
      assertThat(score.probability()).isCloseTo(mean[label], within(1e-5));
    }
  }

  @Test
  void anAnswerBelowTheThresholdIsNotCertain() throws BundleException {
    ModelBundle tiny = TinyModel.bundle();
    Waveform clip = voice(0.8);
    for (double threshold : new double[] {0, 1}) {
      ModelBundle bundle =
          new ModelBundle(TinyModel.manifest(threshold), tiny.network(), tiny.card());
      try (Recognizer other = Recognizer.of(bundle)) {
        assertThat(other.recognize(clip).certain()).isEqualTo(threshold == 0);
      }
    }
  }

  @Test
  void silenceIsNeverCertain() throws BundleException {
    ModelBundle tiny = TinyModel.bundle();
    ModelBundle sure = new ModelBundle(TinyModel.manifest(0), tiny.network(), tiny.card());
    try (Recognizer other = Recognizer.of(sure)) {
      Recognition silence = other.recognize(new Waveform(new float[16_000], 16_000));
      assertThat(silence.certain()).isFalse();
      assertThat(silence.warnings())
          .containsExactly(
              "nearly silent (digital silence): there is nothing to hear an emotion in");
    }
  }

  @Test
  void faultsOfAClipAreSaidInPlainWords() {
    float[] quiet = new float[8000];
    quiet[3] = 0.0005f;
    assertThat(recognizer.recognize(new Waveform(quiet, 16_000)).warnings())
        .containsExactly("nearly silent (peak -66.0 dBFS): there is nothing to hear an emotion in");
    assertThat(recognizer.recognize(voice(0.3)).warnings())
        .containsExactly("only 0.30 s long: too short to hear an emotion in");
    float[] clipped = voice(1).samples();
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = i % 80 < 4 ? 1 : clipped[i];
    }
    assertThat(recognizer.recognize(new Waveform(clipped, 16_000)).warnings())
        .contains(
            "clipped: 5.0 % of the samples are cut off at full scale; record at a lower level");
    Waveform narrow = Resampler.resample(voice(1), 8000);
    assertThat(recognizer.recognize(narrow).warnings())
        .containsExactly(
            "recorded at 8000 Hz: what the model hears above 4000 Hz (up to 8000 Hz) is missing");
  }

  @Test
  void whereNobodySpeaksNothingIsCertain() throws BundleException {
    ModelBundle tiny = TinyModel.bundle();
    ModelBundle sure = new ModelBundle(TinyModel.manifest(0), tiny.network(), tiny.card());
    try (Recognizer other = Recognizer.of(sure)) {
      Recognition heard = other.recognize(noise(2, 1));
      assertThat(heard.certain()).isFalse();
      assertThat(heard.warnings()).containsExactly("no speech found");
      assertThat(heard.quality().silence()).isEqualTo(1);
    }
  }

  @Test
  void theOrderOfABatchChangesNothing() {
    List<FeatureMatrix> batch = matrices(100);
    List<float[]> together = recognizer.probabilities(batch);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      order.add(i);
      assertThat(recognizer.probabilities(batch.get(i)))
          .containsExactly(together.get(i), within(1e-6f));
    }
    Collections.shuffle(order, new Random(3));
    List<float[]> shuffled = recognizer.probabilities(order.stream().map(batch::get).toList());
    for (int i = 0; i < order.size(); i++) {
      assertThat(shuffled.get(i)).containsExactly(together.get(order.get(i)), within(1e-6f));
    }
  }

  @Test
  void anEmptyBatchHasNoAnswers() {
    assertThat(recognizer.probabilities(List.of())).isEmpty();
  }

  @Test
  void eightThreadsGetTheAnswersOfOne() throws Exception {
    List<Waveform> clips = new ArrayList<>();
    List<Recognition> alone = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      clips.add(noise(0.6 + 0.1 * i, i));
      alone.add(recognizer.recognize(clips.get(i)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<List<Recognition>> task = () -> clips.stream().map(recognizer::recognize).toList();
      for (Future<List<Recognition>> answer : threads.invokeAll(Collections.nCopies(8, task))) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void featuresThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> recognizer.probabilities(new FeatureMatrix(new float[19 * 8], 19, 8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the model accepts 20 to 100 frames of 8 coefficients, these are 19 of 8");
  }

  @Test
  void aClosedRecogniserSaysSo() throws BundleException {
    Recognizer other = Recognizer.of(TinyModel.bundle(), 2);
    other.close();
    other.close();
    assertThatThrownBy(() -> other.recognize(noise(1, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the recogniser is closed");
  }

  @Test
  void closingWaitsForWhatIsUnderWay() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 5; round++) {
        Recognizer other = Recognizer.of(TinyModel.bundle());
        Callable<Integer> task = () -> recogniseUntilClosed(other);
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          counts.add(threads.submit(task));
        }
        other.recognize(noise(1, 1));
        other.close();
        for (Future<Integer> count : counts) {
          assertThat(count.get()).isNotNegative();
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int recogniseUntilClosed(Recognizer recognizer) {
    FeatureMatrix features = matrices(1).get(0);
    for (int count = 0; ; count++) {
      try {
        recognizer.probabilities(features);
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("the recogniser is closed");
        return count;
      }
    }
  }

  @Test
  void aFileIsRecognisedAsItsSound(@TempDir Path folder) throws IOException {
    Path model = folder.resolve("tiny.emotone");
    Path clip = folder.resolve("clip.wav");
    TinyModel.bundle().write(model);
    WavWriter.write(clip, noise(1, 4));
    try (Recognizer opened = Recognizer.open(model)) {
      Recognition fromFile = opened.recognize(clip);
      Recognition fromSound = opened.recognize(Audio.read(clip));
      assertThat(fromFile).isEqualTo(fromSound);
    }
    Files.writeString(clip, "not a sound");
    assertThatThrownBy(() -> recognizer.recognize(clip))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("clip.wav");
  }
}
