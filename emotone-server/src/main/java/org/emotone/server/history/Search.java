package org.emotone.server.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of the history is looked for; null means whatever.
 *
 * @param words that the name contains, whatever their case
 * @param emotion the most probable class
 * @param certain whether the answer was certain
 * @param from not before this
 * @param to before this
 * @param after the id of the recognition after which a list goes on, towards older ones
 * @param limit how many at most
 */
public record Search(
    @Nullable String words,
    @Nullable String emotion,
    @Nullable Boolean certain,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String after,
    int limit) {

  /** The newest. */
  public static Search newest(int limit) {
    return new Search(null, null, null, null, null, null, limit);
  }
}
