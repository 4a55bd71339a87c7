package org.emotone.corpus.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.emotone.corpus.audit.FingerprintIndex.Candidate;
import org.junit.jupiter.api.Test;

class FingerprintIndexTest {

  @Test
  void aWordInCommonTellsTheOtherClipAndTheShift() {
    FingerprintIndex index =
        new FingerprintIndex(List.of(words(7, -8, 9), Fingerprint.EMPTY, words(1, 2, 7, -8)));
    assertThat(index.candidates(0)).containsExactly(new Candidate(2, 2));
    assertThat(index.candidates(1)).isEmpty();
    assertThat(index.candidates(2)).isEmpty();
  }

  @Test
  void everyShiftIsACandidateOnce() {
    FingerprintIndex index = new FingerprintIndex(List.of(words(5, 6), words(6, 5, 6)));
    assertThat(index.candidates(0))
        .containsExactlyInAnyOrder(new Candidate(1, -1), new Candidate(1, 1));
  }

  @Test
  void quietFramesAreNotLookedAt() {
    Fingerprint quiet = new Fingerprint(new int[] {7, 1}, new byte[] {100, 0});
    assertThat(new FingerprintIndex(List.of(quiet, words(7))).candidates(0)).isEmpty();
  }

  @Test
  void aWordThatIsEverywhereTellsNothing() {
    FingerprintIndex index = new FingerprintIndex(Collections.nCopies(100, words(0)));
    assertThat(index.candidates(0)).isEmpty();
  }

  @Test
  void noClipsHaveNoCandidates() {
    assertThat(Duplicates.near(List.of())).isEmpty();
  }

  private static Fingerprint words(int... words) {
    return new Fingerprint(words, new byte[words.length]);
  }
}
