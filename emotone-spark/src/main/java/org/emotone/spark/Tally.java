package org.emotone.spark;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.SparkContext;
import org.apache.spark.util.DoubleAccumulator;
import org.apache.spark.util.LongAccumulator;
import org.emotone.batch.BatchProgress;
import org.jspecify.annotations.Nullable;

/**
 * Counts of a job, in accumulators that Spark's web page shows by name: recordings, failures by
 * kind, seconds of sound, seconds of work. A task that is done again counts again.
 */
final class Tally implements Serializable {

  private static final long serialVersionUID = 1L;

  private final LongAccumulator clips;
  private final Map<FailureKind, LongAccumulator> failures = new EnumMap<>(FailureKind.class);
  private final DoubleAccumulator audioSeconds;
  private final DoubleAccumulator busySeconds;

  Tally(SparkContext spark) {
    clips = spark.longAccumulator("emotone recordings");
    audioSeconds = spark.doubleAccumulator("emotone seconds of sound");
    busySeconds = spark.doubleAccumulator("emotone seconds of work");
    for (FailureKind kind : FailureKind.values()) {
      failures.put(kind, spark.longAccumulator("emotone failures: " + kind.id()));
    }
  }

  /**
   * Counts a recording.
   *
   * @param failure the kind of its failure, or null
   * @param sound its length in seconds; 0 if it failed
   * @param nanos that it took
   */
  void add(@Nullable FailureKind failure, double sound, long nanos) {
    clips.add(1);
    busySeconds.add(nanos / 1e9);
    audioSeconds.add(sound);
    if (failure != null) {
      Objects.requireNonNull(failures.get(failure)).add(1);
    }
  }

  /** Counts work on a part of a recording. */
  void busy(long nanos) {
    busySeconds.add(nanos / 1e9);
  }

  /** What was counted so far. */
  BatchProgress progress(long total, long skipped, double seconds) {
    Map<String, Long> counts = new TreeMap<>();
    failures.forEach(
        (kind, count) -> {
          if (count.value() > 0) {
            counts.put(kind.id(), count.value());
          }
        });
    return new BatchProgress(
        total,
        skipped,
        Math.min(Math.max(0, total - skipped), clips.value()),
        counts,
        audioSeconds.value(),
        busySeconds.value(),
        seconds);
  }
}
