package org.emotone.training.engine;

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

  /**
   * Whether this epoch's weights are better than those of an earlier one: a higher UAR, or the same
   * at a smaller loss; always without validation, where both are NaN.
   */
  public boolean betterThan(EpochMetrics other) {
    return Double.isNaN(validationUar)
        || validationUar > other.validationUar
        || (validationUar == other.validationUar && validationLoss < other.validationLoss);
  }
}
