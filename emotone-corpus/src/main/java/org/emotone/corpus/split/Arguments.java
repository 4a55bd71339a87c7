package org.emotone.corpus.split;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.emotone.corpus.Speaker;
import org.emotone.corpus.Utterance;

/** Checks of what splits are asked for; all throw {@link IllegalArgumentException}. */
final class Arguments {

  private Arguments() {}

  static void share(double testShare) {
    if (!(testShare > 0 && testShare < 1)) {
      throw new IllegalArgumentException(
          "test share: %s is out of range; allowed is above 0 and below 1".formatted(testShare));
    }
  }

  static void corpora(List<Utterance> utterances, Set<String> test) {
    Set<String> corpora =
        utterances.stream().map(Utterance::corpus).collect(Collectors.toCollection(TreeSet::new));
    for (String corpus : test) {
      if (!corpora.contains(corpus)) {
        throw new IllegalArgumentException(
            "corpus '%s' is not in the data; there are %s"
                .formatted(corpus, String.join(", ", corpora)));
      }
    }
  }

  static void clips(List<Utterance> utterances) {
    if (utterances.isEmpty()) {
      throw new IllegalArgumentException("there are no clips to divide");
    }
    Set<String> names = new HashSet<>();
    for (Utterance utterance : utterances) {
      if (!names.add(utterance.name())) {
        throw new IllegalArgumentException(
            "clip %s stands twice in the data; is a corpus given twice?"
                .formatted(utterance.name()));
      }
    }
  }

  static Set<String> known(List<Utterance> utterances, Collection<String> speakers) {
    clips(utterances);
    Speaker.checkKnown(speakers, Speaker.names(utterances), "data");
    return new TreeSet<>(speakers);
  }

  static void range(String field, int value, int min, int max, String maximum) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "%s: %d is out of range; allowed is %d to %d, %s"
              .formatted(field, value, min, max, maximum));
    }
  }
}
