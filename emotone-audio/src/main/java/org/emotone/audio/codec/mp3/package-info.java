/**
 * MPEG audio, layers I to III. JLayer decodes frames; finding them, passing over tags and trimming
 * what the encoder added is done here, so that JLayer sees nothing but whole frames of one kind.
 */
@NullMarked
package org.emotone.audio.codec.mp3;

import org.jspecify.annotations.NullMarked;
