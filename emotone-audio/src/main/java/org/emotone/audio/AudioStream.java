package org.emotone.audio;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Audio that is decoded block by block from its start to its end, in memory that does not grow with
 * its length. Not safe for use by several threads at once.
 */
public interface AudioStream extends Closeable {

  /** What the header says. */
  AudioProperties properties();

  /**
   * Decodes the next frames.
   *
   * @param interleaved receives amplitudes, nominally −1 … 1, the channels of a frame side by side;
   *     all are finite
   * @param offset index of the first element to write
   * @param frames most frames to decode, positive; the array holds {@code frames × channels} from
   *     {@code offset} on
   * @return frames decoded, at least 1, or −1 at the end
   * @throws AudioException if the audio is damaged, truncated or exceeds a limit
   */
  int read(float[] interleaved, int offset, int frames) throws IOException;

  /**
   * What the caller should know of what was read so far although it could be read: one line each,
   * beginning with the name of the file. Complete once {@link #read} has returned −1.
   */
  default List<String> warnings() {
    return List.of();
  }
}
