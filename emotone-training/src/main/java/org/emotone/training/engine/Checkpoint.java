package org.emotone.training.engine;

import java.util.List;

/**
 * Where training stands; its tensors are in a file beside it.
 *
 * @param epoch that ended last, from 1
 * @param bestEpoch by validation
 * @param steps of the optimiser so far
 * @param identity of the training
 * @param history of all epochs that ended
 */
record Checkpoint(
    int epoch, int bestEpoch, long steps, Identity identity, List<EpochMetrics> history) {}
