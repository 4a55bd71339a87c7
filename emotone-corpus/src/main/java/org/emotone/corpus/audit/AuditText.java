package org.emotone.corpus.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.emotone.corpus.audit.AuditReport.Audited;
import org.emotone.corpus.audit.AuditReport.AuditedSplit;

/** Writes a report for people. */
public final class AuditText {

  private final int maxFiles;

  /**
   * Makes a writer.
   *
   * @param maxFiles most files to name for each finding; 0 for none
   */
  public AuditText(int maxFiles) {
    this.maxFiles = maxFiles;
  }

  /** The report, each line ended by a line feed. */
  public String write(AuditReport report) {
    StringBuilder text = new StringBuilder();
    for (Audited corpus : report.corpora()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s: %s, %s, %.1f hours, in %s%n",
              corpus.id(),
              Words.count(corpus.clips(), "clip"),
              Words.count(corpus.speakers(), "speaker"),
              corpus.seconds() / 3600,
              corpus.root()));
    }
    AuditedSplit split = report.split();
    if (split != null) {
      text.append(
          "%s%n  %s to learn from, %d for validation, %d in the test: %s%n"
              .formatted(
                  split.words(),
                  Words.count(split.train(), "clip"),
                  split.validation(),
                  split.test(),
                  split.overlap()));
    }
    text.append('\n');
    report.findings().forEach(finding -> append(text, finding));
    return text.append(summary(report)).append('\n').toString().replace("\r\n", "\n");
  }

  private void append(StringBuilder text, Finding finding) {
    text.append("%-8s%s%n".formatted(finding.severity().id(), finding.message()));
    List<Path> files = finding.files();
    for (Path file : files.subList(0, Math.min(maxFiles, files.size()))) {
      text.append("          ").append(file).append('\n');
    }
    if (maxFiles > 0 && files.size() > maxFiles) {
      text.append("          and %d more%n".formatted(files.size() - maxFiles));
    }
    text.append("        > ").append(finding.remedy()).append("\n\n");
  }

  /** One line, such as {@code 3 errors, 1 warning, 2 remarks}. */
  static String summary(AuditReport report) {
    return "%s, %s, %s"
        .formatted(
            Words.count(report.count(Severity.ERROR), "error"),
            Words.count(report.count(Severity.WARNING), "warning"),
            Words.count(report.count(Severity.INFO), "remark"));
  }
}
