package org.emotone.corpus.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.inspect.CorpusSummary.Progress;
import org.emotone.corpus.split.Split;
import org.jspecify.annotations.Nullable;

/**
 * Audits corpora: reads every file, compares every recording with every other, over all corpora
 * that are given, and looks at names, labels and, if there is one, at a split.
 */
public final class CorpusAudit {

  private final AuditOptions options;

  /** An audit with options. */
  public CorpusAudit(AuditOptions options) {
    this.options = options;
  }

  /**
   * Audits corpora.
   *
   * @param progress told after each file, by one thread at a time
   * @throws IOException if the cache cannot be written; files that cannot be read are findings
   */
  public AuditReport audit(List<Corpus> corpora, Progress progress) throws IOException {
    return run(corpora, null, progress);
  }

  /**
   * Audits corpora and a split of their clips.
   *
   * @param progress told after each file, by one thread at a time
   * @throws IOException if the cache cannot be written; files that cannot be read are findings
   */
  public AuditReport audit(List<Corpus> corpora, Split split, Progress progress)
      throws IOException {
    return run(corpora, split, progress);
  }

  private AuditReport run(List<Corpus> corpora, @Nullable Split split, Progress progress)
      throws IOException {
    List<Utterance> clips =
        corpora.stream().flatMap(corpus -> corpus.utterances().stream()).toList();
    List<Reading> readings = new Measurements(options).of(clips, progress);
    List<Duplicate> duplicates = duplicates(readings.stream().filter(Reading::readable).toList());
    List<Finding> findings = new ArrayList<>();
    if (split != null) {
      findings.addAll(new SplitChecks(duplicates, AugmentedNames.among(clips)).of(split));
    }
    findings.addAll(duplicates);
    List<AuditReport.Audited> audited = new ArrayList<>();
    int from = 0;
    for (Corpus corpus : corpora) {
      List<Reading> own = readings.subList(from, from + corpus.utterances().size());
      from += own.size();
      findings.addAll(new SoundChecks(options).of(corpus.id(), own));
      findings.addAll(LabelChecks.of(corpus));
      audited.add(AuditReport.Audited.of(corpus, own));
    }
    findings.sort(Comparator.comparing(Finding::severity));
    return new AuditReport(
        audited, split == null ? null : AuditReport.AuditedSplit.of(split), findings);
  }

  private List<Duplicate> duplicates(List<Reading> readings) {
    List<ClipFacts> facts = readings.stream().map(Reading::facts).toList();
    return Duplicates.among(facts, options.silentPeak()).stream()
        .map(
            group ->
                Duplicate.of(
                    group.clips().stream()
                        .map(clip -> ClipRef.of(readings.get(clip).clip()))
                        .toList(),
                    group.identical(),
                    group.bitError()))
        .sorted(Comparator.comparing(Duplicate::conflict))
        .toList();
  }
}
