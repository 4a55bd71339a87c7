package org.emotone.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotone.audio.signal.Resampler;
import org.emotone.audio.signal.SilenceTrimmer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decodes real speech from the folder that the environment variable EMOTONE_CORPORA names. */
@Tag("corpora")
class CorporaTest {
  private static final int CLIPS = 25;

  @ParameterizedTest
  @ValueSource(strings = {"ravdess", "cremad", "tess", "savee", "emodb"})
  void clipsAreSpeechOfSomeSeconds(String corpus) throws IOException {
    List<Path> clips = sample(root().resolve(corpus));
    assertThat(clips).hasSize(CLIPS);
    for (Path clip : clips) {
      Waveform waveform = Audio.read(clip);
      assertThat(waveform.duration()).as(clip.toString()).isBetween(0.7, 12.0);
      double power = 0;
      for (float sample : waveform.samples()) {
        power += sample * sample;
      }
      assertThat(10 * Math.log10(power / waveform.length()))
          .as(clip.toString())
          .isBetween(-80.0, -5.0);
      Waveform speech =
          new SilenceTrimmer(30, 1024, 256).trim(Resampler.resample(waveform, 16_000));
      assertThat(speech.duration()).as(clip.toString()).isBetween(0.2, waveform.duration() + 1e-4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ravdess", "cremad", "tess", "savee", "emodb"})
  void everyClipDecodesToItsEnd(String corpus) throws IOException {
    float[] block = new float[4096 * 8];
    try (Stream<Path> files = Files.walk(root().resolve(corpus))) {
      for (Path clip : files.filter(CorporaTest::isClip).toList()) {
        try (AudioStream stream = Audio.open(clip, AudioLimits.DEFAULT)) {
          while (stream.read(block, 0, 4096) > 0) {
            // to its end
          }
          assertThat(stream.warnings()).as(clip.toString()).isEmpty();
        }
      }
    }
  }

  private static Path root() {
    String folder = System.getenv("EMOTONE_CORPORA");
    assertThat(folder)
        .as("environment variable EMOTONE_CORPORA: the folder that holds ravdess, cremad …")
        .isNotNull();
    return Path.of(folder);
  }

  /** Clips evenly spread over the corpus in the order of their names. */
  private static List<Path> sample(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.filter(CorporaTest::isClip).sorted().toList();
      return IntStream.range(0, CLIPS).mapToObj(i -> all.get(i * all.size() / CLIPS)).toList();
    }
  }

  private static boolean isClip(Path file) {
    return file.toString().matches(".*\\.(wav|flac|opus)");
  }
}
