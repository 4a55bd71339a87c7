/**
 * What a recogniser's answers are worth: figures, their conditions and their uncertainty.
 *
 * <p>Works on labels and probabilities alone. It knows nothing of audio, networks or files.
 */
@NullMarked
package org.emotone.training.evaluation;

import org.jspecify.annotations.NullMarked;
