/**
 * Augmentation: what is done to training clips so that a network learns voices and not recordings.
 *
 * <p>Augmentations are data, read from recipes. Those of sound change waveforms before the
 * front-end, as a room, a line or another speaker would; those of features change what a network
 * reads. Everything is drawn from a seed that is given, so that the same seed gives the same
 * samples, whatever threads do. What is not a {@link org.emotone.corpus.split.TrainingSet} cannot
 * be augmented.
 */
@NullMarked
package org.emotone.training.augmentation;

import org.jspecify.annotations.NullMarked;
