package org.emotone.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.inspect.CorpusSummary;
import org.emotone.corpus.own.Import;

/** What a user reads of imported recordings. */
final class ImportText {

  private ImportText() {}

  /** Prints counts, then what is wrong or missing, the gravest first. */
  static void print(PrintWriter out, Import found) {
    Corpus corpus = found.corpus();
    CorpusSummary summary = CorpusSummary.of(corpus);
    line(out, "read as", found.form().words());
    line(out, "clips", summary.clips() + (corpus.rejected().isEmpty() ? "" : rejected(corpus)));
    line(out, "labels", counts(corpus, ImportText::label));
    line(
        out,
        "speakers",
        corpus.utterances().stream().anyMatch(Utterance::speakerKnown)
            ? summary.speakers().size() + sexes(summary)
            : "not stated");
    if (!found.findings().isEmpty()) {
      out.println();
    }
    found.findings().forEach(finding -> out.println(finding.words()));
  }

  private static String sexes(CorpusSummary summary) {
    return summary.speakersBySex().keySet().equals(Set.of("unknown"))
        ? ", sex not stated"
        : " (" + words(summary.speakersBySex()) + ")";
  }

  private static String rejected(Corpus corpus) {
    return ", " + corpus.rejected().size() + " cannot be used";
  }

  /** The label, with its emotion where it is called otherwise. */
  private static String label(Utterance clip) {
    String emotion = clip.emotion().id();
    return clip.nativeLabel().equals(emotion) ? emotion : clip.nativeLabel() + " (" + emotion + ")";
  }

  private static String counts(Corpus corpus, Function<Utterance, String> key) {
    Map<String, Integer> counts = new TreeMap<>();
    corpus.utterances().forEach(clip -> counts.merge(key.apply(clip), 1, Integer::sum));
    return words(counts);
  }

  private static String words(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static void line(PrintWriter out, String name, String value) {
    out.printf("%-13s %s%n", name, value);
  }
}
