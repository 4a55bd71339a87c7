package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.emotone.features.FeatureMatrix;
import org.emotone.network.Network;
import org.emotone.network.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class TrainerTest {

  private static final TrainerOptions OPTIONS =
      Samples.options(
          "{epochs: 4, batchSize: 8, cropFrames: 24, optimiser: {type: adamW, learningRate: 0.01},"
              + " labelSmoothing: 0.1, mixup: 0.2, ema: 0.9,"
              + " classWeights: balanced}");

  private final Examples train = Samples.examples(42, 1);
  private final AugmentedExamples augmented =
      Samples.augmented(
          train,
          "{type: timeStretch, most: 0.15}",
          "{type: specAugment, frequencyMasks: 1, frequencyWidth: 2, timeMasks: 1, timeWidth: 4}",
          "{type: featureNoise, deviation: 0.05, p: 0.8}");
  private final Examples validation = Samples.examples(15, 2);

  private final Path folder;

  TrainerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void learnsWhatCanBeLearned() {
    TrainerOptions options =
        Samples.options(
            "{epochs: 12, batchSize: 8, cropFrames: 24,"
                + " optimiser: {type: adamW, learningRate: 0.01}}");
    TrainingResult result = fit(options, 1, "a", Start.fresh());
    EpochMetrics best = result.history().get(result.bestEpoch() - 1);
    assertThat(best.validationUar()).isGreaterThan(0.9);
    assertThat(best.trainLoss()).isLessThan(result.history().get(0).trainLoss());
    assertThat(result.interrupted()).isFalse();
  }

  @Test
  void learnsFromWholeClips() {
    TrainerOptions options =
        Samples.options(
            "{epochs: 12, batchSize: 8, cropFrames: 0, mixup: 0.1, cutMix: 0.1,"
                + " optimiser: {type: adamW, learningRate: 0.01}}");
    TrainingResult result = fit(options, 1, "a", Start.fresh());
    EpochMetrics best = result.history().get(result.bestEpoch() - 1);
    assertThat(best.validationUar()).isGreaterThan(0.9);
    assertThat(timeless(fit(options, 1, "b", Start.fresh()).history()))
        .isEqualTo(timeless(result.history()));
  }

  @Test
  void wholeClipsOfDifferentLengthsAreRefusedWherePaddingWouldBeHeard() {
    Network network =
        new Network(
            Samples.layer(
                "{type: sequential, layers: [{type: picture, height: 8, width: 8},"
                    + " {type: conv2d, filters: 3, kernel: 3}, {type: globalAveragePool}]}"),
            Samples.COEFFICIENTS,
            Samples.CLASSES);
    Trainer trainer = new Trainer(network, Samples.options("{cropFrames: 0}"), 7, folder);
    assertThatThrownBy(() -> trainer.fit(train, validation, EpochListener.SILENT, new StopFlag()))
        .hasMessageContaining("cannot keep padding apart from a clip; give the frames of a crop");
  }

  @Test
  void theSameSeedGivesTheSameLossesToAllDigits() {
    TrainingResult one = fit(OPTIONS, 7, "a", Start.fresh());
    TrainingResult two = fit(OPTIONS, 7, "b", Start.fresh());
    TrainingResult other = fit(OPTIONS, 8, "c", Start.fresh());
    assertThat(timeless(one.history())).isEqualTo(timeless(two.history()));
    assertThat(one.weights()).isEqualTo(two.weights());
    assertThat(timeless(one.history())).isNotEqualTo(timeless(other.history()));
  }

  @Test
  void resumedAfterAnyEpochItEndsAsIfUninterrupted() {
    TrainingResult whole = fit(OPTIONS, 7, "whole", Start.fresh());
    for (int epochs = 0; epochs < OPTIONS.epochs(); epochs++) {
      String part = "part" + epochs;
      TrainingResult stopped = fitUntil(epochs, 2, part);
      assertThat(stopped.interrupted()).isTrue();
      assertThat(stopped.history()).hasSize(epochs);
      TrainingResult resumed = fit(OPTIONS, 7, part, Start.fresh().resuming());
      assertThat(timeless(resumed.history())).isEqualTo(timeless(whole.history()));
      assertThat(resumed.weights()).isEqualTo(whole.weights());
    }
  }

  @Test
  void resumingWhatIsFinishedGivesItsResultAtOnce() {
    TrainingResult whole = fit(OPTIONS, 7, "a", Start.fresh());
    TrainingResult again = fit(OPTIONS, 7, "a", Start.fresh().resuming());
    assertThat(again).isEqualTo(whole);
  }

  @Test
  void aCheckpointIsNotOverwrittenUnasked() {
    fit(OPTIONS, 7, "a", Start.fresh());
    assertThatThrownBy(() -> fit(OPTIONS, 7, "a", Start.fresh()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("already holds a checkpoint of epoch 4");
  }

  @Test
  void aCheckpointOfAnotherTrainingIsRefused() {
    fit(OPTIONS, 7, "a", Start.fresh());
    assertThatThrownBy(() -> fit(TrainerOptions.DEFAULTS, 8, "a", Start.fresh().resuming()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("its seed (7, now 8), training options or augmentation differ");
    assertThatThrownBy(
            () ->
                new Trainer(Samples.network(), OPTIONS, 7, folder.resolve("a"))
                    .fit(
                        /* train= */ validation,
                        /* validation= */ train,
                        Start.fresh().resuming(),
                        EpochListener.SILENT,
                        new StopFlag()))
        .hasMessageContaining("training examples, validation examples differ");
  }

  @Test
  void onlyTheLastAndTheBestEpochAreKept() throws IOException {
    TrainingResult result = fit(OPTIONS, 7, "a", Start.fresh());
    try (Stream<Path> files = Files.list(folder.resolve("a"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsOnly(
              "checkpoint.json",
              "epoch-0004.safetensors",
              "epoch-000" + result.bestEpoch() + ".safetensors");
    }
  }

  @Test
  void earlyStoppingEndsAfterItsPatience() {
    TrainerOptions options =
        Samples.options("{epochs: 50, batchSize: 8, cropFrames: 24, earlyStopping: {patience: 2}}");
    TrainingResult result = fit(options, 1, "a", Start.fresh());
    assertThat(result.history()).hasSize(result.bestEpoch() + 2);
    assertThat(result.interrupted()).isFalse();
  }

  @Test
  void fineTuningTakesWhatFitsAndSaysWhatDoesNot() {
    Map<String, Tensor> weights = Samples.network().initial(99);
    weights.put("9.bias", new Tensor(new long[] {5}, new float[5]));
    List<String> notes = new ArrayList<>();
    StopFlag stop = new StopFlag();
    stop.raise();
    TrainingResult result =
        new Trainer(Samples.network(), OPTIONS, 7, folder.resolve("a"))
            .fit(
                train,
                validation,
                Start.from(weights),
                new EpochListener() {
                  @Override
                  public void epochEnded(EpochMetrics metrics) {}

                  @Override
                  public void note(String message) {
                    notes.add(message);
                  }
                },
                stop);
    assertThat(result.weights().get("1.weight")).isEqualTo(weights.get("1.weight"));
    assertThat(notes)
        .containsExactly("Took 11 of 12 parameters from the given weights; drew 9.bias");
  }

  @Test
  void aLossThatIsNoNumberStopsWithTheRemedy() {
    List<FeatureMatrix> broken = new ArrayList<>(train.features());
    float[] values = broken.get(3).values().clone();
    Arrays.fill(values, Float.NaN);
    broken.set(3, new FeatureMatrix(values, broken.get(3).frames(), Samples.COEFFICIENTS));
    Examples examples = new Examples(broken, train.labels(), train.ids());
    assertThatThrownBy(
            () ->
                new Trainer(Samples.network(), OPTIONS, 7, folder.resolve("a"))
                    .fit(examples, validation, EpochListener.SILENT, new StopFlag()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("The training loss of epoch 1, step ")
        .hasMessageContaining("Lower optimiser.learningRate (0.01)");
  }

  @Test
  void withoutValidationTheLastEpochIsTheBest() {
    Examples none = new Examples(List.of(), new int[0], List.of());
    Trainer trainer = new Trainer(Samples.network(), OPTIONS, 7, folder.resolve("a"));
    TrainingResult result = trainer.fit(train, none, EpochListener.SILENT, new StopFlag());
    assertThat(result.bestEpoch()).isEqualTo(4);
    assertThat(result.history().get(3).validationUar()).isNaN();
    assertThat(
            trainer.fit(
                train, none, Start.fresh().resuming(), EpochListener.SILENT, new StopFlag()))
        .isEqualTo(result);
  }

  @Test
  void stoppedBeforeItsFirstStepItGivesWhatTheCheckpointHolds() {
    TrainingResult stopped = fitUntil(2, 1, "a");
    StopFlag stop = new StopFlag();
    stop.raise();
    TrainingResult result =
        new Trainer(Samples.network(), OPTIONS, 7, folder.resolve("a"))
            .fit(augmented, validation, Start.fresh().resuming(), EpochListener.SILENT, stop);
    assertThat(result).isEqualTo(stopped);
  }

  @Test
  void clipsThatAreTooShortForTheNetworkAreRefusedByName() {
    Network network =
        new Network(
            Samples.layer(
                "{type: sequential, layers: [{type: channels}, {type: conv1d, filters: 3,"
                    + " kernel: 30, padding: 0}, {type: statisticsPool},"
                    + " {type: dense, units: 3}]}"),
            Samples.COEFFICIENTS,
            Samples.CLASSES);
    Trainer small = new Trainer(network, OPTIONS, 7, folder.resolve("a"));
    assertThatThrownBy(() -> small.fit(train, validation, EpochListener.SILENT, new StopFlag()))
        .isInstanceOf(TrainingException.class)
        .hasMessage("cropFrames must be at least 30 for this network, was 24");
    Trainer large =
        new Trainer(network, Samples.options("{cropFrames: 40}"), 7, folder.resolve("a"));
    assertThatThrownBy(() -> large.fit(train, validation, EpochListener.SILENT, new StopFlag()))
        .isInstanceOf(TrainingException.class)
        .hasMessageMatching("example \\d+ has 2\\d frames, but the network needs 30; .*");
  }

  @Test
  void stoppingFromAnotherThreadWaitsUntilLibTorchIsIdle() throws Exception {
    StopFlag stop = new StopFlag();
    TrainerOptions options = Samples.options("{epochs: 100000, batchSize: 8, cropFrames: 24}");
    CountDownLatch epochs = new CountDownLatch(1);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<TrainingResult> training =
        thread.submit(
            () ->
                new Trainer(Samples.network(), options, 7, folder.resolve("a"))
                    .fit(train, validation, metrics -> epochs.countDown(), stop));
    assertThat(epochs.await(90, TimeUnit.SECONDS)).isTrue();
    assertThat(stop.stopAndWait(Duration.ofSeconds(30))).isTrue();
    thread.shutdown();
    assertThat(training.get().interrupted()).isTrue();
    assertThat(training.get().history()).isNotEmpty();
  }

  private TrainingResult fit(TrainerOptions options, long seed, String name, Start start) {
    return new Trainer(Samples.network(), options, seed, folder.resolve(name))
        .fit(augmented, validation, start, EpochListener.SILENT, new StopFlag());
  }

  /** Stops in the middle of the epoch after {@code epochs}. */
  private TrainingResult fitUntil(int epochs, int step, String name) {
    StopFlag stop = new StopFlag();
    EpochListener listener =
        new EpochListener() {
          @Override
          public void epochEnded(EpochMetrics metrics) {}

          @Override
          public void stepEnded(int epoch, int now, int steps, double loss) {
            if (epoch == epochs + 1 && now == step) {
              stop.raise();
            }
          }
        };
    return new Trainer(Samples.network(), OPTIONS, 7, folder.resolve(name))
        .fit(augmented, validation, Start.fresh().resuming(), listener, stop);
  }

  private static List<EpochMetrics> timeless(List<EpochMetrics> history) {
    return history.stream()
        .map(
            m ->
                new EpochMetrics(
                    m.epoch(),
                    m.epochs(),
                    m.trainLoss(),
                    m.validationLoss(),
                    m.validationUar(),
                    m.validationAccuracy(),
                    m.learningRate(),
                    0))
        .toList();
  }
}
