/**
 * Fits what tells a model's kind of sound from any other, on summaries of features alone. It knows
 * nothing of audio or networks.
 */
@NullMarked
package org.emotone.training.guard;

import org.jspecify.annotations.NullMarked;
