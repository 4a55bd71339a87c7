package org.emotone.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A recording to be heard, or a part of one.
 *
 * @param path of the file, as the table calls it; of sound in a table its name
 * @param start of the part in seconds, or null for the beginning
 * @param end of the part in seconds, or null for the end
 * @param bytes size of the file, or −1 where it is not known
 */
record Clip(String path, @Nullable Double start, @Nullable Double end, long bytes)
    implements Serializable {

  /**
   * Refuses a part that is none.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  void check() {
    if ((start != null && !(start >= 0 && start < 1e7))
        || (end != null && !(end > (start == null ? 0 : start)))) {
      throw new IllegalArgumentException(
          "%s: a part must have 0 ≤ start < end in seconds, has start %s and end %s"
              .formatted(path, start, end));
    }
  }

  /** What tells it from other clips of a table. */
  String key() {
    return path + '\n' + start + '\n' + end;
  }

  /** About how much work it is, in bytes. */
  long weight() {
    // A file of unknown size is taken for ten seconds of 16-bit sound at 16 kHz, a part as long as
    // it is.
    if (start != null && end != null) {
      return Math.round(32_000 * (end - start));
    }
    return bytes < 0 ? 320_000 : Math.max(16_000, bytes);
  }
}
