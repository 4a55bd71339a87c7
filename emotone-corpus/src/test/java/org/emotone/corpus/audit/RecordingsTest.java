package org.emotone.corpus.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.emotone.corpus.Clips;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.junit.jupiter.api.Test;

class RecordingsTest {

  private static Utterance clip(String id) {
    return Clips.clip("c", "a", id, Emotion.SAD);
  }

  @Test
  void copiesByContentAndAugmentedCopiesByNameAreOfOneRecording() {
    List<Utterance> clips =
        List.of(clip("one"), clip("one_noise2"), clip("two"), clip("other"), clip("three"));
    Map<String, String> digests =
        Map.of("c:one", "1", "c:one_noise2", "2", "c:two", "3", "c:other", "3", "c:three", "4");
    assertThat(Recordings.of(clips, digests))
        .isEqualTo(Map.of("c:one_noise2", "c:one", "c:other", "c:two"));
  }

  @Test
  void copyOfACopyIsOfTheFirstRecording() {
    List<Utterance> clips = List.of(clip("same"), clip("one"), clip("one_pitch"));
    Map<String, String> digests = Map.of("c:one", "1", "c:same", "1", "c:one_pitch", "2");
    assertThat(Recordings.of(clips, digests))
        .isEqualTo(Map.of("c:one_pitch", "c:same", "c:one", "c:same"));
  }
}
