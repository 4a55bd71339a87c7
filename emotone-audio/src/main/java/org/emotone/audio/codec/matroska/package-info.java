/** The Matroska container (RFC 9559) and its subset WebM, which browsers record. */
@NullMarked
package org.emotone.audio.codec.matroska;

import org.jspecify.annotations.NullMarked;
