package org.emotone.corpus.split;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Speaker;
import org.emotone.corpus.Utterance;

/** One fold of a published list, applied to clips. */
final class FixedSplit {

  private final FoldList list;
  private final int fold;
  private final List<Utterance> train = new ArrayList<>();
  private final List<Utterance> test = new ArrayList<>();
  private int leftOut;

  private FixedSplit(FoldList list, int fold) {
    this.list = list;
    this.fold = fold;
  }

  /** Makes the split; see {@link Splits#fixed}. */
  static Split of(List<Utterance> utterances, FoldList list, int fold, Validation validation)
      throws CorpusException {
    List<String> listed = list.testOf(fold);
    FixedSplit parts = new FixedSplit(list, fold);
    parts.checkUnique(utterances);
    parts.divide(utterances);
    if (parts.test.isEmpty() || parts.train.isEmpty()) {
      throw new CorpusException(
          "%s: fold %d lists %d test clips, of which the data have %d, and %d clips to learn from;"
                  .formatted(
                      list.file(), fold, listed.size(), parts.test.size(), parts.train.size())
              + " is the list for another corpus?");
    }
    Division division = Division.of(parts.train, Speaker.names(parts.test), validation);
    return new Split(
        Protocol.FIXED,
        parts.words(utterances) + "; " + division.words(),
        division.train(),
        division.validation(),
        parts.test);
  }

  private void checkUnique(List<Utterance> utterances) throws CorpusException {
    Map<String, String> corpusOf = new HashMap<>();
    for (Utterance utterance : utterances) {
      String other = corpusOf.put(utterance.id(), utterance.corpus());
      if (other != null && list.foldOf().containsKey(utterance.id())) {
        throw new CorpusException(
            "%s: clip '%s' is in two corpora, %s and %s; give only the one that the list is for"
                .formatted(list.file(), utterance.id(), other, utterance.corpus()));
      }
    }
  }

  private void divide(List<Utterance> utterances) {
    Set<String> testClips = new HashSet<>();
    Set<String> testSpeakers = new HashSet<>();
    Set<String> listedCorpora = new HashSet<>();
    for (Utterance utterance : utterances) {
      Integer testFold = list.foldOf().get(utterance.id());
      if (testFold != null) {
        listedCorpora.add(utterance.corpus());
        if (testFold == fold) {
          testClips.add(utterance.id());
          testSpeakers.add(utterance.speaker());
        }
      }
    }
    // A list of one fold names the test and leaves the rest for training; a list of several is a
    // partition, and what of its corpus it does not name is not part of it.
    boolean partition = list.folds().size() > 1;
    for (Utterance utterance : utterances) {
      if (testClips.contains(utterance.id())) {
        test.add(utterance);
      } else if (list.foldOf().containsKey(utterance.id())
          || !partition
          || !(listedCorpora.contains(utterance.corpus())
              || testSpeakers.contains(utterance.speaker()))) {
        train.add(utterance);
      } else {
        leftOut++;
      }
    }
  }

  private String words(List<Utterance> utterances) {
    String words = "fixed " + list.name() + " fold " + fold;
    Set<String> present = utterances.stream().map(Utterance::id).collect(Collectors.toSet());
    long missing = list.foldOf().keySet().stream().filter(clip -> !present.contains(clip)).count();
    if (missing > 0) {
      words += "; " + missing + " listed clips are not in the data";
    }
    if (leftOut > 0) {
      words += "; " + leftOut + " clips that are not listed left out";
    }
    return words;
  }
}
