package org.emotone.corpus.split;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    return new Split(
        protocol,
        words + "; " + leftOut(utterances.size() - all.size()) + division.words(),
        division.train(),
        division.validation(),
        test);
  }

  /**
   * Draws clips for the test, from all speakers. A validation of whole speakers is taken out
   * before, so that it shares none with training and test; one of clips or sentences after.
   *
   * @param draw the names of the clips of the test, out of those that it is given
   * @param takesPart which clips are in any part; the others are counted in the description
   * @param recordingOf the recording that a clip is of, which the validation does not divide
   * @throws IllegalArgumentException if the test or the training would be empty
   */
  static Split drawn(
      Protocol protocol,
      String words,
      List<Utterance> utterances,
      Function<List<Utterance>, Set<String>> draw,
      Predicate<Utterance> takesPart,
      Validation validation,
      Function<Utterance, String> recordingOf) {
    List<Utterance> all = utterances.stream().filter(takesPart).toList();
    Division apart =
        validation.wholeSpeakers()
            ? Division.of(all, Set.of(), validation, recordingOf)
            : new Division(all, List.of(), "");
    Set<String> test = draw.apply(apart.train());
    Set<String> held = apart.validation().stream().map(Utterance::name).collect(Collectors.toSet());
    Split split =
        of(
            protocol,
            words,
            utterances,
            clip -> test.contains(clip.name()),
            clip -> takesPart.test(clip) && !held.contains(clip.name()),
            validation.wholeSpeakers() ? new Validation.None() : validation,
            recordingOf);
    return validation.wholeSpeakers()
        ? new Split(
            protocol,
            words + "; " + leftOut(utterances.size() - all.size()) + apart.words(),
            split.train(),
            apart.validation(),
            split.test())
        : split;
  }

  private static String leftOut(int clips) {
    return clips == 0 ? "" : clips + " clips left out; ";
  }
}
