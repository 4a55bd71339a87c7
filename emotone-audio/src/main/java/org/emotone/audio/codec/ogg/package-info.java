/** The Ogg container (RFC 3533) and the codecs in it. */
@NullMarked
package org.emotone.audio.codec.ogg;

import org.jspecify.annotations.NullMarked;
