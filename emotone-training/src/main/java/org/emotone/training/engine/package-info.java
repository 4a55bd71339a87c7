/**
 * Training of a network with LibTorch: the interpreter that computes, batches, augmentation,
 * optimiser, schedule and checkpoints.
 *
 * <p>Everything here works on feature matrices and class indices; it knows nothing of sound, of
 * corpora or of recipes. Each random choice is a function of the seed, the epoch and the example,
 * so that a run can be repeated, and resumed, digit by digit.
 */
@NullMarked
package org.emotone.training.engine;

import org.jspecify.annotations.NullMarked;
