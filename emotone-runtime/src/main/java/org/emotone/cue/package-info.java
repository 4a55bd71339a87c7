/**
 * What a listener would name first of a voice: pitch, energy, rate and spectral tilt, and how
 * neutral voices do. It knows nothing of models.
 */
@NullMarked
package org.emotone.cue;

import org.jspecify.annotations.NullMarked;
