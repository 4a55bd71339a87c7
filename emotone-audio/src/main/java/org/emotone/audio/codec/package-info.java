/**
 * What decoders of packets have in common, whatever container the packets come in. The codecs and
 * containers are in the packages below; nobody outside uses them but by {@link
 * org.emotone.audio.Audio}.
 */
@NullMarked
package org.emotone.audio.codec;

import org.jspecify.annotations.NullMarked;
