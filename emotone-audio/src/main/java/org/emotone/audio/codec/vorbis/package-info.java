/**
 * Vorbis packets, decoded by JOrbis. JOrbis believes what a setup header says, so that is checked
 * here first, against the specification (Xiph.Org, Vorbis I, 2020).
 */
@NullMarked
package org.emotone.audio.codec.vorbis;

import org.jspecify.annotations.NullMarked;
