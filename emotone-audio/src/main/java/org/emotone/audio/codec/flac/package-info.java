/** FLAC (RFC 9639), with all its checksums. */
@NullMarked
package org.emotone.audio.codec.flac;

import org.jspecify.annotations.NullMarked;
