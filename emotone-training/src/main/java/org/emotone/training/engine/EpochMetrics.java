package org.emotone.training.engine;

import org.emotone.training.schedule.Monitor;

/**
 * What an epoch of training came to.
 *
 * @param epoch from 1
 * @param epochs of the whole training
 * @param trainLoss mean of the training loss over the epoch's examples (with smoothing, mixing and
 *     class weights, as it was optimised)
 * @param validationLoss mean cross-entropy in nats
 * @param validationUar unweighted average recall over the classes that occur, 0 to 1
 * @param validationAccuracy share of examples that are right, 0 to 1
 * @param learningRate of the epoch's last step
 * @param seconds that the epoch took, validation included
 */
public record EpochMetrics(
    int epoch,
    int epochs,
    double trainLoss,
    double validationLoss,
    double validationUar,
    double validationAccuracy,
    double learningRate,
    double seconds) {

  /** The value of a measure; NaN for one of validation where there is none. */
  public double of(Monitor monitor) {
    return switch (monitor) {
      case TRAIN_LOSS -> trainLoss;
      case VALIDATION_LOSS -> validationLoss;
      case VALIDATION_UAR -> validationUar;
      case VALIDATION_ACCURACY -> validationAccuracy;
    };
  }

  /**
   * Whether this epoch is better than an earlier one by more than {@code minDelta}; with one of 0
   * also if it is equal at a smaller validation loss.
   */
  public boolean betterThan(EpochMetrics other, Monitor monitor, double minDelta) {
    double own = of(monitor);
    double others = other.of(monitor);
    return monitor.better(own, others, minDelta)
        || (minDelta == 0 && own == others && validationLoss < other.validationLoss);
  }
}
