package org.emotone.training.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.Segment;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.own.OwnReader;
import org.emotone.output.AudformatWriter;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.emotone.timeline.TimelineSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written as audformat is read as a corpus. */
class AudformatOutputTest {

  @Test
  void aTimelineIsReadAsUtterances(@TempDir Path folder) throws Exception {
    Waveform sound = new Waveform(new float[5 * 8000], 8000);
    Files.createDirectories(folder.resolve("calls"));
    WavWriter.write(folder.resolve("calls/a, b.wav"), sound);
    List<EmotionSegment> segments =
        List.of(
            new EmotionSegment(new Segment(0.5, 2), "angry", 0.6, true, List.of(0.6, 0.4), "s1"),
            new EmotionSegment(new Segment(2, 4.25), "sad", 0.7, true, List.of(0.3, 0.7), "s2"));
    try (AudformatWriter writer = new AudformatWriter(folder)) {
      writer.add(
          "calls/a, b.wav",
          new Timeline(
              List.of("angry", "sad"),
              5,
              TimelineSettings.DEFAULT,
              List.of(new Segment(0.5, 4.25)),
              List.of(),
              segments,
              Quality.of(sound),
              List.of(),
              "tiny@0123456789ab"));
    }
    List<Utterance> read = new OwnReader("own").read(folder).utterances();
    assertThat(read)
        .extracting(Utterance::emotion)
        .containsExactlyInAnyOrder(Emotion.ANGRY, Emotion.SAD);
    assertThat(read)
        .extracting(utterance -> Objects.requireNonNull(utterance.segment()).start())
        .containsExactlyInAnyOrder(0.5, 2.0);
    assertThat(read)
        .extracting(utterance -> Objects.requireNonNull(utterance.segment()).end())
        .containsExactlyInAnyOrder(2.0, 4.25);
  }
}
