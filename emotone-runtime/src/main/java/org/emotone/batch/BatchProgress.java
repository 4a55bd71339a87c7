package org.emotone.batch;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a batch has come. While it runs, work that was lost with a machine and done again may
 * count twice; the last one, which {@link BatchEngine#run} returns, is counted in the table.
 *
 * @param total recordings that were asked for
 * @param skipped of these, how many were in the table before
 * @param done how many were heard now, with those that failed
 * @param failures how many of these failed, by kind, such as {@code truncated}
 * @param audioSeconds length of what was heard
 * @param busySeconds what that took, summed over all that worked at the same time
 * @param seconds that have passed
 */
public record BatchProgress(
    long total,
    long skipped,
    long done,
    Map<String, Long> failures,
    double audioSeconds,
    double busySeconds,
    double seconds) {

  /** Takes a copy of the failures, sorted by kind. */
  public BatchProgress {
    failures = Collections.unmodifiableMap(new TreeMap<>(failures));
  }

  /** How many failed. */
  public long failed() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Seconds of sound for each second that passed; 0 at the beginning. */
  public double timesRealTime() {
    return seconds > 0 ? audioSeconds / seconds : 0;
  }
}
