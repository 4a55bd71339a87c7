package org.emotone.training.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a part of the clips: those of a speaker, of a sex, of an intensity, of a corpus.
 *
 * @param value what they have in common, such as {@code female}
 * @param clips number of clips
 * @param uar unweighted average recall over the classes that occur among them, 0 … 1
 * @param accuracy share of clips recognised, 0 … 1
 * @param macroF1 mean F1 of the classes that occur or were answered, 0 … 1
 */
public record GroupScore(String value, int clips, double uar, double accuracy, double macroF1) {

  /** The figures by {@code speaker}, {@code sex}, {@code intensity} and {@code corpus}. */
  static Map<String, List<GroupScore>> all(List<String> labels, List<Judgement> judgements) {
    Map<String, List<GroupScore>> groups = new LinkedHashMap<>();
    groups.put("speaker", by(labels, judgements, Judgement::speaker));
    groups.put("sex", by(labels, judgements, j -> j.traits().sex()));
    groups.put("intensity", by(labels, judgements, j -> j.traits().intensity()));
    groups.put("corpus", by(labels, judgements, j -> j.traits().corpus()));
    return groups;
  }

  /** The figures of each value, in their order; clips without one count nowhere. */
  private static List<GroupScore> by(
      List<String> labels,
      List<Judgement> judgements,
      Function<Judgement, @Nullable String> trait) {
    Map<String, List<Judgement>> parts = new TreeMap<>();
    for (Judgement judgement : judgements) {
      String value = trait.apply(judgement);
      if (value != null) {
        parts.computeIfAbsent(value, key -> new ArrayList<>()).add(judgement);
      }
    }
    List<GroupScore> scores = new ArrayList<>();
    parts.forEach(
        (value, own) -> {
          ConfusionMatrix confusion = ConfusionMatrix.of(labels, own);
          scores.add(
              new GroupScore(
                  value,
                  own.size(),
                  confusion.unweightedAverageRecall(),
                  confusion.accuracy(),
                  confusion.macroF1()));
        });
    return scores;
  }
}
