/**
 * Speech features, and the {@link org.emotone.features.FrontEnd} that leads from a waveform to the
 * matrix a network reads.
 *
 * <p>Everything here is a function of sound: it knows nothing of labels, corpora or networks.
 */
@NullMarked
package org.emotone.features;

import org.jspecify.annotations.NullMarked;
