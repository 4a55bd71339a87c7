package org.emotone.training.engine;

/**
 * An epoch of a {@link SequenceTrainer} that ended.
 *
 * @param epoch from 1
 * @param epochs of the whole training
 * @param trainLoss mean over its steps
 * @param validationLoss mean over the validation
 * @param seconds that it took
 */
public record SequenceEpoch(
    int epoch, int epochs, double trainLoss, double validationLoss, double seconds) {}
