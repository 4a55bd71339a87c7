package org.emotone.cue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.emotone.audio.Audio;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often the neutral voices of the nearest pitch are those of the speaker's sex: on four actors
 * of RAVDESS who are not among the voices. Prints the figures of docs/explanation.md.
 */
@Tag("corpora")
class NearestVoiceCorporaTest {

  private static final List<String> EMOTIONS =
      List.of("neutral", "calm", "happy", "sad", "angry", "fear", "disgust", "surprise");

  @Test
  void nearestPitchTellsWomenFromMenInNeutralSpeech() throws IOException {
    String corpora = System.getenv("EMOTONE_CORPORA");
    assertThat(corpora).as("EMOTONE_CORPORA, the folder of the corpora").isNotNull();
    Map<String, int[]> right = new TreeMap<>();
    for (String actor : List.of("01", "11", "20", "21")) {
      boolean woman = Integer.parseInt(actor) % 2 == 0;
      try (Stream<Path> files = Files.list(Path.of(corpora, "ravdess", "Actor_" + actor))) {
        for (Path file : files.sorted().toList()) {
          int emotion = Integer.parseInt(file.getFileName().toString().substring(6, 8)) - 1;
          Optional<VoiceCues> cues = VoiceCues.of(Audio.read(file));
          if (cues.isPresent()) {
            NeutralVoice nearest =
                NeutralVoice.nearest(NeutralVoices.standard().voices(), cues.get());
            int[] count = right.computeIfAbsent(EMOTIONS.get(emotion), key -> new int[2]);
            count[0] += nearest.name().contains("women") == woman ? 1 : 0;
            count[1]++;
          }
        }
      }
    }
    right.forEach((name, n) -> System.out.printf("%-9s %d of %d%n", name, n[0], n[1]));
    int[] neutral = right.getOrDefault("neutral", new int[] {0, 1});
    assertThat(neutral[0]).isGreaterThan((int) (0.8 * neutral[1]));
  }
}
