package org.emotone.speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.emotone.Recognizer;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class DiarisationTest {

  private static Waveform sample(String name) throws IOException {
    return Audio.read(Path.of("../samples/" + name + ".wav"));
  }

  @Test
  void aManAndAWomanInTurnAreTwoSpeakers() throws IOException {
    try (Recognizer model = Recognizer.open(Path.of("../models/speaker.emotone"))) {
      Diarisation diarisation = new Diarisation(model, SpeakerSettings.DEFAULT.withSpeakers(2));
      diarisation.add(0, sample("loud-man"));
      diarisation.add(10, sample("cheerful-woman"));
      diarisation.add(20, sample("loud-man"));
      List<SpeakerTurn> turns = diarisation.turns();
      assertThat(speakerAt(turns, 1.5)).isEqualTo("speaker 1");
      assertThat(speakerAt(turns, 11.5)).isEqualTo("speaker 2");
      assertThat(speakerAt(turns, 21.5)).isEqualTo("speaker 1");
      for (int i = 1; i < turns.size(); i++) {
        assertThat(turns.get(i).span().start())
            .isGreaterThanOrEqualTo(turns.get(i - 1).span().end());
      }
    }
  }

  private static String speakerAt(List<SpeakerTurn> turns, double second) {
    return turns.stream()
        .filter(turn -> turn.span().start() <= second && turn.span().end() > second)
        .map(SpeakerTurn::speaker)
        .findFirst()
        .orElse("nobody");
  }

  @Test
  void turnsCoverAllOfTheSpeechHoweverShort() throws IOException {
    try (Recognizer model = Recognizer.open(Path.of("../models/speaker.emotone"))) {
      Diarisation diarisation = new Diarisation(model, SpeakerSettings.DEFAULT.withSpeakers(1));
      Waveform clip = sample("flat-man");
      diarisation.add(1, clip);
      float[] word = Arrays.copyOfRange(clip.samples(), 8000, 10_000);
      diarisation.add(5, new Waveform(word, clip.sampleRate()));
      List<SpeakerTurn> turns = diarisation.turns();
      assertThat(turns).hasSize(2);
      assertThat(turns.get(0).span().end()).isEqualTo(1 + clip.duration());
      assertThat(turns.get(1).span().duration()).isEqualTo(0.125);
      assertThat(new Diarisation(model, SpeakerSettings.DEFAULT).turns()).isEmpty();
      Waveform other = new Waveform(word, 8000);
      assertThatThrownBy(() -> diarisation.add(6, other)).hasMessageContaining("at 16000 Hz");
    }
  }
}
