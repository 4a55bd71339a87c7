/**
 * What training makes small: losses on LibTorch's tensors, and how classes count in them. A target
 * is a share for each class, so that smoothing, mixing and soft labels are all the same to a loss.
 */
@NullMarked
package org.emotone.training.loss;

import org.jspecify.annotations.NullMarked;
