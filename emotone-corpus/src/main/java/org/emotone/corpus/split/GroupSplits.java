package org.emotone.corpus.split;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.emotone.corpus.Speaker;
import org.emotone.corpus.Utterance;

/** Makes a split from a test that is told clip by clip. */
final class GroupSplits {

  private GroupSplits() {}

  /**
   * Divides clips.
   *
   * @param words how, for the description
   * @param inTest which clips are the test
   * @param takesPart which clips are in any part; the others are counted in the description
   * @param recordingOf the recording that a clip is of, which the validation does not divide
   * @throws IllegalArgumentException if the test or the training would be empty
   */
  static Split of(
      Protocol protocol,
      String words,
      List<Utterance> utterances,
      Predicate<Utterance> inTest,
      Predicate<Utterance> takesPart,
      Validation validation,
      Function<Utterance, String> recordingOf) {
    List<Utterance> all = utterances.stream().filter(takesPart).toList();
    List<Utterance> test = all.stream().filter(inTest).toList();
    List<Utterance> rest = all.stream().filter(inTest.negate()).toList();
    if (test.isEmpty() || rest.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: leaves %d clips to test on and %d to learn from; both are needed"
              .formatted(words, test.size(), rest.size()));
    }
    Division division = Division.of(rest, Speaker.names(test), validation, recordingOf);
    int leftOut = utterances.size() - all.size();
    return new Split(
        protocol,
        words + "; " + (leftOut == 0 ? "" : leftOut + " clips left out; ") + division.words(),
        division.train(),
        division.validation(),
        test);
  }
}
