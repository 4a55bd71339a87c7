/** Opus packets (RFC 6716), decoded by Concentus. */
@NullMarked
package org.emotone.audio.codec.opus;

import org.jspecify.annotations.NullMarked;
