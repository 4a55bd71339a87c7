package org.emotone.corpus.split;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emotone.corpus.Utterance;
import org.jspecify.annotations.Nullable;

/**
 * What the data that a network has learned from (training and validation) and a test share.
 *
 * @param speakers speakers on both sides
 * @param sentences spoken texts on both sides, -1 if those of the training are not known
 * @param recordings clips on both sides, -1 if those of the training are not known
 * @param trainingSpeakers speakers in training and validation
 * @param testSpeakers speakers in the test, 0 if there is no test
 */
public record Overlap(
    int speakers, int sentences, int recordings, int trainingSpeakers, int testSpeakers) {

  /** Compares two lists of clips. */
  public static Overlap between(List<Utterance> learned, List<Utterance> test) {
    return new Overlap(
        shared(learned, test, Utterance::speaker),
        shared(learned, test, Utterance::sentence),
        shared(learned, test, Utterance::name),
        all(learned, Utterance::speaker).size(),
        all(test, Utterance::speaker).size());
  }

  /**
   * Compares a test with the speakers that a model's manifest names, where its clips are not known.
   *
   * @param learned speakers of training and validation, such as {@code ravdess:07}
   * @param test the clips to be tested
   */
  public static Overlap ofSpeakers(Collection<String> learned, List<Utterance> test) {
    Set<String> names = new HashSet<>(learned);
    Set<String> tested = all(test, Utterance::speaker);
    int trained = names.size();
    names.retainAll(tested);
    return new Overlap(names.size(), -1, -1, trained, tested.size());
  }

  /** Whether no speaker is on both sides. */
  public boolean speakerIndependent() {
    return speakers == 0;
  }

  /**
   * One line, such as {@code speaker-independent, 0 speakers shared (20 in training, 4 in test), 2
   * sentences shared}.
   */
  public String words() {
    if (testSpeakers == 0) {
      return "no test, " + count(trainingSpeakers, "speaker") + " in training";
    }
    StringBuilder words = new StringBuilder();
    words
        .append(speakerIndependent() ? "speaker-independent, " : "speaker-dependent, ")
        .append(count(speakers, "speaker"))
        .append(" shared (%d in training, %d in test)".formatted(trainingSpeakers, testSpeakers));
    if (sentences >= 0) {
      words.append(", ").append(count(sentences, "sentence")).append(" shared");
    }
    if (recordings > 0) {
      words.append(", ").append(count(recordings, "recording")).append(" shared");
    }
    return words.toString();
  }

  private static String count(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  private static int shared(
      List<Utterance> a, List<Utterance> b, Function<Utterance, @Nullable String> part) {
    Set<String> both = all(a, part);
    both.retainAll(all(b, part));
    return both.size();
  }

  private static Set<String> all(
      List<Utterance> utterances, Function<Utterance, @Nullable String> part) {
    return utterances.stream()
        .map(part)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
