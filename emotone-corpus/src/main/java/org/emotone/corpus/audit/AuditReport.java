package org.emotone.corpus.audit;

import java.nio.file.Path;
import java.util.List;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.inspect.CorpusSummary;
import org.emotone.corpus.split.Split;
import org.jspecify.annotations.Nullable;

/**
 * What an audit found.
 *
 * @param corpora what was audited
 * @param split the split that was audited with them, null if there was none
 * @param findings all findings, the worst first
 */
public record AuditReport(
    List<Audited> corpora, @Nullable AuditedSplit split, List<Finding> findings) {

  /**
   * A corpus that was audited.
   *
   * @param id short name
   * @param title full name
   * @param root its folder
   * @param clips clips
   * @param speakers speakers
   * @param seconds duration of all clips that can be read, in seconds
   */
  public record Audited(
      String id, String title, Path root, int clips, int speakers, double seconds) {

    static Audited of(Corpus corpus, List<Reading> readings) {
      double seconds =
          readings.stream()
              .filter(Reading::readable)
              .mapToDouble(reading -> reading.facts().seconds())
              .sum();
      return new Audited(
          corpus.id(),
          corpus.title(),
          corpus.root(),
          corpus.utterances().size(),
          CorpusSummary.of(corpus).speakers().size(),
          seconds);
    }
  }

  /**
   * A split that was audited.
   *
   * @param words how it divides, {@link Split#words()}
   * @param train clips to learn from
   * @param validation clips to choose by
   * @param test clips to measure on
   * @param overlap what learned clips and test share, in the words of {@link
   *     org.emotone.corpus.split.Overlap}
   */
  public record AuditedSplit(String words, int train, int validation, int test, String overlap) {

    static AuditedSplit of(Split split) {
      return new AuditedSplit(
          split.words(),
          split.train().size(),
          split.validation().size(),
          split.test().size(),
          split.overlap().words());
    }
  }

  /** Copies the lists. */
  public AuditReport {
    corpora = List.copyOf(corpora);
    findings = List.copyOf(findings);
  }

  /** Whether figures that rest on these data would be wrong. */
  public boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }

  /** How many findings are of a severity. */
  public int count(Severity severity) {
    return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
