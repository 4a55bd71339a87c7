package org.emotone.training.engine;

import org.emotone.features.FeatureMatrix;
import org.emotone.network.Network;
import org.emotone.training.loss.ClassWeights;
import org.emotone.training.schedule.Monitor;

/** Whether examples, network and options go together. */
final class ExampleChecks {

  private final Network network;
  private final TrainerOptions options;

  ExampleChecks(Network network, TrainerOptions options) {
    this.network = network;
    this.options = options;
  }

  /**
   * Checks everything that needs no training.
   *
   * @throws TrainingException if training cannot be as it is meant, in one line
   */
  void check(AugmentedExamples augmented, Examples validation) {
    Examples train = augmented.examples();
    check(train);
    check(validation);
    checkLengths(validation);
    if (options.wholeClips()) {
      checkLengths(train);
      checkPadding(train, augmented.changesLength());
    }
    checkWeights();
    if (validation.size() == 0) {
      checkMonitors();
    }
  }

  private void checkWeights() {
    int given = options.classWeights().given().size();
    if (options.classWeights().kind() == ClassWeights.Kind.GIVEN && given != network.classes()) {
      throw new TrainingException(
          "training.classWeights gives "
              + given
              + " weights, but there are "
              + network.classes()
              + " classes; give one for each, in their order");
    }
  }

  private void checkMonitors() {
    options.schedule().watches().ifPresent(monitor -> checkMonitor("schedule", monitor));
    if (options.earlyStopping().patience() > 0) {
      checkMonitor("earlyStopping", options.earlyStopping().monitor());
    }
  }

  private static void checkMonitor(String key, Monitor monitor) {
    if (monitor.ofValidation()) {
      throw new TrainingException(
          "training."
              + key
              + " watches "
              + monitor.id()
              + ", but there are no validation examples; keep some for validation, or say {monitor:"
              + " trainLoss}");
    }
  }

  private void check(Examples examples) {
    checkTargets(examples);
    for (int i = 0; i < examples.size(); i++) {
      FeatureMatrix features = examples.features().get(i);
      if (features.coefficients() != network.coefficients()) {
        throw new TrainingException(
            examples.ids().get(i)
                + " has "
                + features.coefficients()
                + " coefficients, but the network takes "
                + network.coefficients());
      }
      if (examples.labels()[i] >= network.classes()) {
        throw new TrainingException(
            examples.ids().get(i)
                + " has the class "
                + examples.labels()[i]
                + ", but the network tells only "
                + network.classes()
                + " classes apart, from 0");
      }
    }
  }

  private void checkTargets(Examples examples) {
    for (int i = 0; i < examples.targets().size(); i++) {
      if (examples.targets().get(i).length != network.classes()) {
        throw new TrainingException(
            examples.ids().get(i)
                + " has shares of "
                + examples.targets().get(i).length
                + " classes, but the network tells "
                + network.classes()
                + " apart");
      }
    }
    if (examples.size() > 0 && examples.sides().size() != options.sideTasks().size()) {
      throw new TrainingException(
          "training.sideTasks names "
              + options.sideTasks().size()
              + " tasks, but the examples have labels for "
              + examples.sides().size());
    }
  }

  private void checkPadding(Examples train, boolean lengthsChange) {
    long lengths = train.features().stream().mapToInt(FeatureMatrix::frames).distinct().count();
    if ((lengths > 1 || lengthsChange) && !network.takesPadding()) {
      throw new TrainingException(
          "training.cropFrames is 0, which trains on whole clips, but the network has a layer that"
              + " cannot keep padding apart from a clip; give the frames of a crop");
    }
  }

  private void checkLengths(Examples examples) {
    int least = network.minimumFrames();
    for (int i = 0; i < examples.size(); i++) {
      if (examples.features().get(i).frames() < least) {
        throw new TrainingException(
            examples.ids().get(i)
                + " has "
                + examples.features().get(i).frames()
                + " frames, but the network needs "
                + least
                + "; let the front-end fill up shorter clips (frontEnd.length.minFrames: "
                + least
                + ")");
      }
    }
  }
}
