package org.emotone.corpus.audit;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an audit takes for unusual, and where it keeps what it measured.
 *
 * @param cache folder for fingerprints, keyed by content; empty to keep none
 * @param shortestSeconds shorter clips are reported, in seconds
 * @param longestSeconds longer clips are reported, in seconds
 * @param silentDb clips whose largest amplitude is lower are reported, in dB of full scale
 * @param clippedPercent clips with more samples at full scale are reported, in per cent
 */
public record AuditOptions(
    Optional<Path> cache,
    double shortestSeconds,
    double longestSeconds,
    double silentDb,
    double clippedPercent) {

  private static final double SHORTEST_SECONDS = 0.5;
  private static final double LONGEST_SECONDS = 20;
  private static final double SILENT_DB = -50;
  private static final double CLIPPED_PERCENT = 0.5;

  /** Checks that there is something between the limits. */
  public AuditOptions {
    if (!(shortestSeconds >= 0 && longestSeconds > shortestSeconds)) {
      throw new IllegalArgumentException(
          "longest: %s s is out of range; allowed is above the shortest, %s s"
              .formatted(longestSeconds, shortestSeconds));
    }
    if (!(silentDb <= 0)) {
      throw new IllegalArgumentException(
          "silent: %s dB is out of range; allowed is at most 0 dB".formatted(silentDb));
    }
    if (!(clippedPercent >= 0 && clippedPercent <= 100)) {
      throw new IllegalArgumentException(
          "clipped: %s %% is out of range; allowed is 0 to 100".formatted(clippedPercent));
    }
  }

  /** 0.5 to 20 s, −50 dB, 0.5 %; nothing is kept. */
  public static AuditOptions standard() {
    return new AuditOptions(
        Optional.empty(), SHORTEST_SECONDS, LONGEST_SECONDS, SILENT_DB, CLIPPED_PERCENT);
  }

  /** The same with what is measured kept in a folder, which need not exist yet. */
  public AuditOptions withCache(Path folder) {
    return new AuditOptions(
        Optional.of(folder), shortestSeconds, longestSeconds, silentDb, clippedPercent);
  }

  /** The amplitude that {@link #silentDb} stands for. */
  double silentPeak() {
    return Math.pow(10, silentDb / 20);
  }
}
