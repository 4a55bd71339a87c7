package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.emotone.network.Network;
import org.emotone.network.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of option in a whole training, stopped and resumed. */
@Timeout(300)
class TrainingKindsTest {

  private static final Examples NONE = new Examples(List.of(), new int[0], List.of());

  private final Examples train = Samples.examples(42, 1);
  private final Examples validation = Samples.examples(15, 2);
  private final Path folder;

  TrainingKindsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "optimiser: {type: sgd, learningRate: 0.05, momentum: 0.9, nesterov: true}",
        "optimiser: {type: adam}, schedule: {type: step, every: 2}",
        "optimiser: {type: rmsProp, momentum: 0.5, centred: true}, schedule: {type: inverseTime}",
        "optimiser: {type: adagrad}, schedule: {type: warmRestarts, epochs: 2}",
        "schedule: {type: plateau, patience: 1, factor: 0.5, minDelta: 0.2}, loss: {type: focal}",
        "schedule: {type: warmUp, epochs: 2, then: {type: cosine}}, gradientClipValue: 0.01",
        "weightAveraging: {fromEpoch: 2, rate: 0.2}, keep: last",
        "fineTuning: [{epochs: 2, rates: [{layers: '1', rate: 0}, {layers: '2', rate: 0}]}, {}],"
            + " optimiser: {type: adam}, weightAveraging: {fromEpoch: 2}",
        "mixup: 0.3, cutMix: 1, partners: sameClass, keep: validationLoss",
        "earlyStopping: {patience: 2, monitor: trainLoss, minDelta: 0.05}, schedule: {type:"
            + " constant}",
      })
  void stoppedAfterAnyEpochAndResumedItEndsTheSame(String kind) {
    TrainerOptions options =
        Samples.options("{epochs: 5, batchSize: 8, cropFrames: 24, " + kind + "}");
    TrainingResult whole = fit(options, "whole", Start.fresh());
    assertThat(whole.history().get(0).trainLoss()).isFinite();
    for (int epochs = 1; epochs < whole.history().size(); epochs++) {
      String part = "part" + epochs;
      fitUntil(options, epochs, part);
      TrainingResult resumed = fit(options, part, Start.fresh().resuming());
      assertThat(resumed.weights()).isEqualTo(whole.weights());
      assertThat(losses(resumed)).isEqualTo(losses(whole));
    }
  }

  @Test
  void averagedWeightsAreTheMeanOfTheEpochsAndHaveStatisticsOfTheirOwn() {
    String base = "batchSize: 8, cropFrames: 24, keep: last, schedule: {type: constant}, epochs: ";
    TrainingResult third = fit(Samples.options("{" + base + "3}"), "a", Start.fresh());
    TrainingResult fourth = fit(Samples.options("{" + base + "4}"), "b", Start.fresh());
    TrainingResult mean =
        fit(
            Samples.options("{" + base + "4, weightAveraging: {fromEpoch: 3}}"),
            "c",
            Start.fresh());
    float[] one = values(third, "1.weight");
    float[] two = values(fourth, "1.weight");
    float[] expected = new float[one.length];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (one[i] + two[i]) / 2;
    }
    assertThat(values(mean, "1.weight")).containsExactly(expected, within(1e-6f));
    float[] statistics = values(mean, "2.runningMean");
    assertThat(statistics).isNotEqualTo(values(fourth, "2.runningMean"));
    assertThat(mean.history().get(3).validationUar()).isGreaterThan(0.8);
  }

  @Test
  void averagedWeightsKeepTheStatisticsOfFrozenNormalisation() {
    TrainerOptions options =
        Samples.options(
            "{epochs: 2, batchSize: 8, cropFrames: 24, weightAveraging: {fromEpoch: 1},"
                + " fineTuning: [{rates: [{layers: '1', rate: 0}, {layers: '2', rate: 0}]}]}");
    TrainingResult result = fit(options, "a", Start.fresh());
    assertThat(values(result, "2.runningMean")).containsOnly(0f);
    assertThat(values(result, "2.runningVariance")).containsOnly(1f);
    assertThat(result.weights().keySet())
        .filteredOn(name -> name.endsWith("runningMean") && !name.startsWith("2."))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(values(result, name)).doesNotContain(0f));
  }

  @Test
  void keepingTheLastEpochAndTheBestDiffer() {
    String base = "epochs: 6, batchSize: 8, cropFrames: 24, schedule: {type: constant},";
    TrainingResult last = fit(Samples.options("{" + base + " keep: last}"), "a", Start.fresh());
    TrainingResult smallest =
        fit(Samples.options("{" + base + " keep: validationLoss}"), "b", Start.fresh());
    assertThat(last.bestEpoch()).isEqualTo(6);
    List<Double> losses = smallest.history().stream().map(EpochMetrics::validationLoss).toList();
    assertThat(losses.get(smallest.bestEpoch() - 1))
        .isEqualTo(losses.stream().mapToDouble(Double::doubleValue).min().orElseThrow());
  }

  @Test
  void earlyStoppingWaitsForProgressOfItsOwnMeasure() {
    TrainerOptions options =
        Samples.options(
            "{epochs: 50, batchSize: 8, cropFrames: 24, schedule: {type: constant},"
                + " earlyStopping: {patience: 2, monitor: validationLoss, minDelta: 50}}");
    assertThat(fit(options, "a", Start.fresh()).history()).hasSize(3);
  }

  @Test
  void whatWatchesValidationIsRefusedWithoutAny() {
    for (String kind : List.of("schedule: {type: plateau}", "earlyStopping: {patience: 3}")) {
      TrainerOptions options = Samples.options("{batchSize: 8, cropFrames: 24, " + kind + "}");
      Trainer trainer = new Trainer(Samples.network(), options, 7, folder.resolve("a"));
      assertThatThrownBy(() -> trainer.fit(train, NONE, EpochListener.SILENT, new StopFlag()))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("no validation examples")
          .hasMessageContaining("{monitor: trainLoss}");
    }
  }

  @Test
  void softLabelsAreLearned() {
    List<float[]> shares = Collections.nCopies(train.size(), new float[] {0.5f, 0.3f, 0.2f});
    TrainerOptions options =
        Samples.options(
            "{epochs: 12, batchSize: 8, cropFrames: 24,"
                + " optimiser: {type: adamW, learningRate: 0.02}}");
    Trainer trainer = new Trainer(Samples.network(), options, 7, folder.resolve("a"));
    TrainingResult result =
        trainer.fit(train.withTargets(shares), NONE, EpochListener.SILENT, new StopFlag());
    double[] mean = new double[3];
    try (Predictor predictor = new Predictor(Samples.network(), result.weights())) {
      for (float[] logits : predictor.logits(validation.features())) {
        double sum = IntStream.range(0, 3).mapToDouble(c -> Math.exp(logits[c])).sum();
        for (int c = 0; c < 3; c++) {
          mean[c] += Math.exp(logits[c]) / sum / validation.size();
        }
      }
    }
    assertThat(mean).containsExactly(new double[] {0.5, 0.3, 0.2}, within(0.12));
  }

  @Test
  void aFurtherTaskShapesTheNetworkAndLeavesItsOutputsAlone() {
    String base = "epochs: 6, batchSize: 8, cropFrames: 24,";
    SideLabels parity =
        new SideLabels(2, IntStream.range(0, 42).map(i -> i % 5 == 0 ? -1 : i % 2).toArray());
    SideLabels other = new SideLabels(2, new int[15]);
    TrainerOptions options =
        Samples.options("{" + base + " sideTasks: [{label: sex, weight: 0.5}]}");
    Trainer trainer = new Trainer(Samples.network(), options, 7, folder.resolve("a"));
    Examples both = train.withSides(List.of(parity));
    Examples judged = validation.withSides(List.of(other));
    TrainingResult result =
        trainer.fit(both, judged, Start.fresh(), EpochListener.SILENT, new StopFlag());
    TrainingResult alone = fit(Samples.options("{" + base + "}"), "b", Start.fresh());
    assertThat(result.weights()).isNotEqualTo(alone.weights());
    assertThat(result.weights().keySet()).isEqualTo(alone.weights().keySet());
    assertThat(Objects.requireNonNull(result.weights().get("9.weight")).shape())
        .isEqualTo(new long[] {3, 48});
    assertThat(result.history().get(0).trainLoss())
        .isGreaterThan(alone.history().get(0).trainLoss());
    assertThat(result.history().get(result.bestEpoch() - 1).validationUar()).isGreaterThan(0.8);
    assertThat(
            trainer.fit(
                both, judged, Start.fresh().resuming(), EpochListener.SILENT, new StopFlag()))
        .isEqualTo(result);
  }

  @Test
  void aFurtherTaskNeedsADenseLayerToEndIn() {
    Network network =
        new Network(
            Samples.layer(
                "{type: sequential, layers: [{type: channels}, {type: conv1d, filters: 3,"
                    + " kernel: 3}, {type: statisticsPool}, {type: dense, units: 3},"
                    + " {type: dropout, rate: 0.1}]}"),
            Samples.COEFFICIENTS,
            Samples.CLASSES);
    TrainerOptions options = Samples.options("{cropFrames: 24, sideTasks: [{label: sex}]}");
    Examples both = train.withSides(List.of(new SideLabels(2, new int[42])));
    Trainer trainer = new Trainer(network, options, 7, folder.resolve("a"));
    assertThatThrownBy(() -> trainer.fit(both, NONE, EpochListener.SILENT, new StopFlag()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("whose last layer is {type: dense}");
    assertThatThrownBy(() -> trainer.fit(train, NONE, EpochListener.SILENT, new StopFlag()))
        .hasMessageContaining("names 1 tasks, but the examples have labels for 0");
  }

  @Test
  void weightsForOtherThanTheClassesAreRefused() {
    TrainerOptions options = Samples.options("{cropFrames: 24, classWeights: [1, 2]}");
    assertThatThrownBy(() -> fit(options, "a", Start.fresh()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("gives 2 weights, but there are 3 classes");
  }

  @Test
  void aClassWithoutAnExampleIsNeverDrawnAndTheOthersAreLearned() {
    int[] two = IntStream.range(0, 42).map(i -> i % 3 == 2 ? 0 : i % 3).toArray();
    Examples without = new Examples(train.features(), two, train.ids());
    TrainerOptions options =
        Samples.options(
            "{epochs: 2, batchSize: 8, cropFrames: 24, classWeights: balanced,"
                + " sampling: balancedClasses}");
    Trainer trainer = new Trainer(Samples.network(), options, 7, folder.resolve("a"));
    TrainingResult result = trainer.fit(without, validation, EpochListener.SILENT, new StopFlag());
    assertThat(result.history()).hasSize(2).allSatisfy(m -> assertThat(m.trainLoss()).isFinite());
  }

  private TrainingResult fit(TrainerOptions options, String name, Start start) {
    return new Trainer(Samples.network(), options, 7, folder.resolve(name))
        .fit(train, validation, start, EpochListener.SILENT, new StopFlag());
  }

  /** Stops in the middle of the epoch after {@code epochs}. */
  private void fitUntil(TrainerOptions options, int epochs, String name) {
    StopFlag stop = new StopFlag();
    EpochListener listener =
        new EpochListener() {
          @Override
          public void epochEnded(EpochMetrics metrics) {}

          @Override
          public void stepEnded(int epoch, int now, int steps, double loss) {
            if (epoch == epochs + 1 && now == 2) {
              stop.raise();
            }
          }
        };
    new Trainer(Samples.network(), options, 7, folder.resolve(name))
        .fit(train, validation, Start.fresh(), listener, stop);
  }

  private static List<Double> losses(TrainingResult result) {
    return result.history().stream().map(EpochMetrics::trainLoss).toList();
  }

  private static float[] values(TrainingResult result, String name) {
    Map<String, Tensor> weights = result.weights();
    return Objects.requireNonNull(weights.get(name)).values();
  }
}
