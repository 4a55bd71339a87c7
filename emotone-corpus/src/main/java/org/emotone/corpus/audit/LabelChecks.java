package org.emotone.corpus.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.audit.Imbalance.Over;
import org.emotone.corpus.inspect.CorpusSummary;

/** What names and labels of one corpus are wrong in. */
final class LabelChecks {

  /** Counts closer together than this are as good as balanced: smallest over largest. */
  private static final double BALANCED = 0.8;

  /** Names that more than this share of the clips break are a convention, not a slip. */
  private static final double SLIPS = 0.05;

  private LabelChecks() {}

  /** All findings on the labels of one corpus. */
  static List<Finding> of(Corpus corpus) {
    List<Finding> findings = new ArrayList<>(rejected(corpus));
    oddNames(corpus).ifPresent(findings::add);
    List<AugmentedCopies.Copy> copies = AugmentedNames.among(corpus.utterances());
    if (!copies.isEmpty()) {
      findings.add(new AugmentedCopies(corpus.id(), copies));
    }
    CorpusSummary summary = CorpusSummary.of(corpus);
    Map<String, Integer> emotions = new LinkedHashMap<>();
    summary.emotions().forEach((emotion, count) -> emotions.put(emotion.id(), count));
    imbalance(corpus, Over.EMOTION, emotions).ifPresent(findings::add);
    imbalance(corpus, Over.SPEAKER, summary.speakers()).ifPresent(findings::add);
    imbalance(corpus, Over.SEX, summary.clipsBySex()).ifPresent(findings::add);
    return findings;
  }

  private static List<Finding> rejected(Corpus corpus) {
    List<Finding> findings = new ArrayList<>();
    for (Rejected.Kind kind : Rejected.Kind.values()) {
      List<Rejected> files =
          corpus.rejected().stream().filter(file -> file.kind() == kind).toList();
      if (!files.isEmpty()) {
        findings.add(new RejectedFiles(corpus.id(), kind, files));
      }
    }
    return findings;
  }

  private static Optional<Finding> oddNames(Corpus corpus) {
    List<Utterance> odd = corpus.utterances().stream().filter(LabelChecks::odd).toList();
    if (odd.isEmpty() || odd.size() > SLIPS * corpus.utterances().size()) {
      return Optional.empty();
    }
    return Optional.of(
        new OddNames(
            corpus.id(),
            odd.stream().map(Utterance::path).toList(),
            odd.stream().map(Utterance::id).toList()));
  }

  private static boolean odd(Utterance clip) {
    return clip.segment() == null && !Content.stem(clip.path()).equalsIgnoreCase(clip.id());
  }

  private static Optional<Finding> imbalance(
      Corpus corpus, Over over, Map<String, Integer> counts) {
    int most = counts.values().stream().max(Integer::compare).orElse(1);
    int fewest = counts.values().stream().min(Integer::compare).orElse(1);
    boolean single = counts.size() == 1 && !counts.containsKey("unknown");
    double balance = single ? 0 : (double) fewest / most;
    return balance < BALANCED
        ? Optional.of(new Imbalance(corpus.id(), over, counts, balance))
        : Optional.empty();
  }
}
