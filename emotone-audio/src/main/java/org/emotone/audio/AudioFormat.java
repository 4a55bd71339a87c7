package org.emotone.audio;

import java.io.IOException;
import java.util.List;

/**
 * A file format that can be decoded. Formats are found by {@link java.util.ServiceLoader}, so that
 * one on the class path is one that is read; those of this module are registered in the same way.
 *
 * <p>Implementations have no state and a public constructor without arguments.
 */
public interface AudioFormat {
  /** Bytes of the beginning that {@link #recognises} is shown, fewer where the file is shorter. */
  int HEAD_BYTES = 4096;

  /** What messages call the formats that this one reads, such as {@code MP3}. */
  List<String> names();

  /**
   * Whether this is the beginning of such a file. A tag in the manner of ID3v2 is no part of it.
   *
   * @param head the first bytes, at most {@link #HEAD_BYTES}
   */
  boolean recognises(byte[] head);

  /**
   * Who is asked first: the lower, the earlier. 0 where the first bytes leave no doubt, 100 where
   * they are only likely, 200 for whoever reads almost anything.
   */
  default int order() {
    return 0;
  }

  /** Whether it may try files that another format recognises but does not decode. */
  default boolean takesOver() {
    return false;
  }

  /**
   * Begins to decode. Whatever a header says is held to {@link AudioSource#checkFormat} before
   * memory is taken for it; duration and expansion are checked by the caller.
   *
   * @param source closed by the stream, or by the caller if this method fails
   */
  AudioStream open(AudioSource source) throws IOException;
}
