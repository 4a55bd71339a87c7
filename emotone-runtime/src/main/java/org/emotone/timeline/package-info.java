/**
 * Emotion over time: what is heard in a recording moment by moment, for whole files and for streams
 * of sound that have no end yet. It knows nothing of how a timeline is written or drawn.
 */
@NullMarked
package org.emotone.timeline;

import org.jspecify.annotations.NullMarked;
