/** Uncompressed audio with a header: WAV and its successors, AIFF, AU. */
@NullMarked
package org.emotone.audio.codec.pcm;

import org.jspecify.annotations.NullMarked;
