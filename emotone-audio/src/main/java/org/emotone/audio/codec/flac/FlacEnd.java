package org.emotone.audio.codec.flac;

import java.io.EOFException;
import java.io.Serial;

/** The file ends within a frame. */
final class FlacEnd extends EOFException {
  @Serial private static final long serialVersionUID = 1L;
}
