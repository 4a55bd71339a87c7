package org.emotone.training.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotone.Denoiser;
import org.emotone.audio.WavSink;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Mixture;
import org.emotone.audio.signal.Noise;
import org.emotone.audio.signal.SignalToDistortion;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.training.engine.SequenceEpoch;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DenoiserTrainingTest {

  private static final int RATE = 16_000;

  private static final String MASK =
      """
      name: small
      corpora: [toy]
      test: [toy:5]
      validationSpeakers: 0.4
      clips: 20
      method: {type: mask, seconds: 0.5}
      noises: [white, pink, babble]
      snrDb: [0, 5]
      network:
        - {type: channels}
        - {type: conv1d, filters: 16, kernel: 3}
        - {type: activation, function: elu}
        - {type: gru, units: 8, bidirectional: true}
        - {type: conv1d, filters: 257, kernel: 1}
        - {type: activation, function: sigmoid}
      training:
        epochs: 3
        steps: 40
        validationSteps: 4
        batchSize: 4
        optimiser: {type: adam, learningRate: 0.01}
        gradientClip: 5
      """;

  @TempDir private Path folder = Path.of("");

  /** Voices of six speakers, each a few harmonics that come and go. */
  private Corpus corpus() throws IOException {
    List<Utterance> clips = new ArrayList<>();
    for (int speaker = 0; speaker < 6; speaker++) {
      for (int take = 0; take < 3; take++) {
        String id = speaker + "-" + take;
        Path file = folder.resolve(id + ".wav");
        float[] samples = voice(120 + 2 * speaker, take);
        try (WavSink sink = new WavSink(file, RATE, 1, WavSink.Encoding.S16)) {
          sink.write(samples, samples.length);
        }
        clips.add(
            new Utterance(
                "toy",
                id,
                file,
                "toy:" + speaker,
                null,
                null,
                "en",
                Emotion.NEUTRAL,
                "n",
                null,
                null,
                null));
      }
    }
    return new Corpus("toy", "Toy", "CC0", folder, clips, List.of());
  }

  private static float[] voice(double hz, int take) {
    float[] samples = new float[RATE];
    for (int i = 0; i < samples.length; i++) {
      double time = (double) i / RATE;
      double swell = Math.max(0, Math.sin(2 * Math.PI * (2 + take) * time));
      for (int harmonic = 1; harmonic <= 5; harmonic++) {
        samples[i] += (float) (0.1 * swell * Math.sin(2 * Math.PI * hz * harmonic * time));
      }
    }
    return samples;
  }

  private static DenoiserRecipe recipe(String yaml) throws RecipeException {
    return RecipeFile.parse("small.yaml", yaml, DenoiserRecipe.class);
  }

  /** Hears epochs, and stops after one of them. */
  private static final class Ears implements DenoiserListener {
    final List<SequenceEpoch> epochs = new ArrayList<>();
    final List<String> stages = new ArrayList<>();
    private final StopFlag stop;
    private final int last;

    Ears(StopFlag stop, int last) {
      this.stop = stop;
      this.last = last;
    }

    @Override
    public void stage(String words) {
      stages.add(words);
    }

    @Override
    public void read(int done, int all) {
      assertThat(done).isLessThanOrEqualTo(all);
    }

    @Override
    public void stepEnded(int epoch, int step, int steps, double loss) {
      assertThat(loss).isFinite();
    }

    @Override
    public void epochEnded(SequenceEpoch epoch) {
      epochs.add(epoch);
      if (epoch.epoch() == last) {
        stop.raise();
      }
    }
  }

  @Test
  void trainingLearnsAndGoesOnWhereItWasStopped() throws Exception {
    Corpus corpus = corpus();
    DenoiserRecipe recipe = recipe(MASK);
    StopFlag never = new StopFlag();
    Ears whole = new Ears(never, 0);
    Path first = folder.resolve("first");
    DenoiserTraining.Outcome outcome =
        new DenoiserTraining(recipe, List.of(corpus), first).run(whole, never);
    assertThat(outcome.interrupted()).isFalse();
    assertThat(whole.epochs).hasSize(3);
    assertThat(whole.epochs.get(2).validationLoss())
        .isLessThan(whole.epochs.get(0).validationLoss());
    assertThat(Files.readString(first.resolve("small.md"))).contains("toy (CC0)", "toy:5");

    Path second = folder.resolve("second");
    StopFlag soon = new StopFlag();
    Ears stopped = new Ears(soon, 1);
    assertThat(
            new DenoiserTraining(recipe, List.of(corpus), second).run(stopped, soon).interrupted())
        .isTrue();
    assertThat(second.resolve("small.onnx")).doesNotExist();
    Ears resumed = new Ears(never, 0);
    DenoiserTraining.Outcome again =
        new DenoiserTraining(recipe, List.of(corpus), second).run(resumed, new StopFlag());
    assertThat(resumed.epochs).hasSize(2);
    assertThat(again.model()).hasSameBinaryContentAs(outcome.model());

    DenoiserRecipe other = recipe(MASK + "seed: 2\n");
    assertThatThrownBy(
            () ->
                new DenoiserTraining(other, List.of(corpus), second)
                    .run(new Ears(never, 0), new StopFlag()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("another training");
    improves(outcome.model());
  }

  /** On a speaker that was never heard. */
  private static void improves(Path model) throws IOException {
    Waveform speech = new Waveform(voice(130, 1), RATE);
    Waveform noisy = Mixture.of(speech, Noise.white(RATE, RATE, 77), 0, 1).waveform();
    try (Denoiser denoiser = Denoiser.open(model)) {
      assertThat(denoiser.facts()).containsEntry(Denoiser.KIND, "mask");
      assertThat(SignalToDistortion.db(speech, denoiser.apply(noisy)))
          .isGreaterThan(SignalToDistortion.db(speech, noisy) + 2);
    }
  }

  @Test
  void theMeasureLeavesKnownSpeakersOutAndSaysWhatIsGained() throws Exception {
    Corpus corpus = corpus();
    String two = MASK.replace("test: [toy:5]", "test: [toy:4, toy:5]");
    StopFlag never = new StopFlag();
    DenoiserTraining.Outcome outcome =
        new DenoiserTraining(recipe(two), List.of(corpus), folder.resolve("run"))
            .run(new Ears(never, 0), never);
    try (Denoiser denoiser = Denoiser.open(outcome.model(), 1)) {
      DenoiserReport report =
          new DenoiserEvaluation(null, 1)
              .with(denoiser)
              .measure(List.of(corpus), 100, List.of(0.0), (done, all) -> {});
      assertThat(report.clips()).isEqualTo(6);
      assertThat(report.speakers()).isEqualTo(2);
      assertThat(report.scores()).hasSize(6);
      DenoiserScore noisy = report.scores().get(2);
      assertThat(noisy.method()).isEqualTo("noisy");
      assertThat(noisy.siSdr()).isCloseTo(0, within(0.3));
      DenoiserScore clean = report.scores().get(3);
      assertThat(clean.method()).isEqualTo("small");
      assertThat(clean.siSdrGain()).isGreaterThan(2);
      assertThat(report.toText()).contains("6 clips of 2 speakers", "small");
      assertThat(report.toJson()).contains("\"siSdrGain\"");
    }
  }

  @Test
  void theAutoencoderOfTheTutorialHasItsParametersAndLearnsItsParabola() throws Exception {
    DenoiserRecipe recipe = DenoiserRecipe.read(Path.of("../recipes/denoiser-parabola.yaml"));
    assertThat(recipe.build().size()).isEqualTo(28_737);
    assertThat(DenoiserRecipe.read(Path.of("../recipes/denoiser-150.yaml")).build().size())
        .isEqualTo(28_737);
    DenoiserRecipe few =
        recipe(
            Files.readString(Path.of("../recipes/denoiser-parabola.yaml"))
                .replace("corpora: [ravdess]", "corpora: [toy]")
                .replace("ravdess:01", "toy:5")
                .replace("validationSpeakers: 0.1", "validationSpeakers: 0.4")
                .replace("epochs: 5", "epochs: 1")
                .replace("steps: 373", "steps: 30")
                .replace("validationSteps: 93", "validationSteps: 2")
                .replace("batchSize: 150", "batchSize: 10"));
    StopFlag never = new StopFlag();
    Ears ears = new Ears(never, 0);
    DenoiserTraining.Outcome outcome =
        new DenoiserTraining(few, List.of(corpus()), folder.resolve("run")).run(ears, never);
    // Answers of one half everywhere have ln 2 = 0.69; the parabola itself has 0.35.
    assertThat(ears.epochs.get(0).validationLoss()).isBetween(0.35, 0.6);
    try (Denoiser denoiser = Denoiser.open(outcome.model())) {
      assertThat(denoiser.facts()).containsEntry(Denoiser.LENGTH, "150");
      assertThat(denoiser.apply(Noise.white(1000, RATE, 1)).length()).isEqualTo(1000);
    }
  }

  @Test
  void shippedRecipesAreRead() throws RecipeException {
    DenoiserRecipe recipe = DenoiserRecipe.read(Path.of("../recipes/denoiser.yaml"));
    assertThat(recipe.build().size()).isLessThan(125_000);
    assertThat(recipe.test()).contains("ravdess:01", "cremad:1075");
  }

  @Test
  void mistakesInARecipeAreNamed() {
    assertThatThrownBy(() -> recipe(MASK.replace("filters: 257", "filters: 256")))
        .isInstanceOf(RecipeException.class)
        .hasMessageContaining("[1][257][96] of 96 frames, but makes [1, 256, 96]");
    assertThatThrownBy(() -> recipe(MASK.replace("snrDb: [0, 5]", "snrDb: [5, 0]")))
        .hasMessageContaining("the lesser first");
    assertThatThrownBy(() -> recipe(MASK.replace("white, pink", "wite, pink")))
        .hasMessageContaining("small.yaml:7");
    assertThatThrownBy(() -> recipe(MASK.replace("epochs: 3", "epochs: 0")))
        .hasMessageContaining("small.yaml:17: training.epochs: must be at least 1, was 0");
  }
}
