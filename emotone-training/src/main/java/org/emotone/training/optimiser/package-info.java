/**
 * How gradients move weights: the optimisers as records of a recipe, and the steps that they take
 * on LibTorch's tensors.
 *
 * <p>LibTorch's own optimisers are not used because their Java interface gives no hold on the
 * moments, which a checkpoint must keep; tests compare every step with theirs. Biases and the
 * weights of normalisation, which have one dimension, do not decay.
 */
@NullMarked
package org.emotone.training.optimiser;

import org.jspecify.annotations.NullMarked;
