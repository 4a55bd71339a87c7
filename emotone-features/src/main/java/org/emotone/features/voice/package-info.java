/**
 * What the voice does: pitch, voicing, jitter, shimmer, harmonics-to-noise ratio and formants.
 *
 * <p>Everything here follows one clip over time. What is said of a whole clip is made of it in
 * {@code org.emotone.features.functional}.
 */
@NullMarked
package org.emotone.features.voice;

import org.jspecify.annotations.NullMarked;
