/**
 * Audio in and out: reading any supported format by its content and writing WAV.
 *
 * <p>Everything here works on sound alone: it knows nothing of features, emotions or corpora.
 */
@NullMarked
package org.emotone.audio;

import org.jspecify.annotations.NullMarked;
