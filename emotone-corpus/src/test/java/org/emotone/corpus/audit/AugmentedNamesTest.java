package org.emotone.corpus.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentedNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clip_noise",
        "clip-noise2",
        "clip_pitch_0.7",
        "clip_stretched",
        "CLIP_Shift+3",
        "clip.speed1.1",
        "clip (copy)",
        "noisy_clip",
        "aug1-clip"
      })
  void aKnownWordBesideTheNameOfAnotherClipIsACopy(String name) {
    assertThat(copies("clip", name))
        .extracting(copy -> copy.original().name(), copy -> copy.copy().name())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("own:clip", "own:" + name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"clip_2", "clip_loudmouth", "other_noise", "clip", "clips_noise"})
  void otherNamesAreNot(String name) {
    assertThat(copies("clip", name)).isEmpty();
  }

  @Test
  void aNameOfAnotherEmotionIsNotTheOriginal() {
    List<Utterance> clips = List.of(clip("clip", Emotion.HAPPY), clip("clip_noise", Emotion.SAD));
    assertThat(AugmentedNames.among(clips)).isEmpty();
  }

  @Test
  void aLongNameIsReadInNoTime() {
    String name = "clip_noise" + "-a.1".repeat(50) + "!";
    assertThat(copies("clip", name)).isEmpty();
  }

  private static List<AugmentedCopies.Copy> copies(String original, String other) {
    return AugmentedNames.among(List.of(clip(original, Emotion.HAPPY), clip(other, Emotion.HAPPY)));
  }

  private static Utterance clip(String name, Emotion emotion) {
    return Planted.own(Path.of(emotion.id(), name + ".wav"), "a", emotion);
  }
}
