package org.emotone.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudformatWriterTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void timelinesBecomeATableOfPartsOfFiles() throws IOException {
    try (AudformatWriter writer = new AudformatWriter(folder.resolve("new"))) {
      writer.add("calls/a, \"b\".wav", Samples.talk());
    }
    assertThat(Files.readString(folder.resolve("new/db.emotion.csv")))
        .isEqualTo(
            """
            file,start,end,emotion,confidence,speaker
            "calls/a, ""b"".wav",0 days 00:00:00.500000,0 days 00:00:02.000000,angry,0.610,speaker 1
            "calls/a, ""b"".wav",0 days 00:00:02.000000,0 days 00:00:03.250000,neutral,0.352,speaker 2
            "calls/a, ""b"".wav",0 days 00:00:03.900000,0 days 00:00:04.700000,happy,0.900,speaker 1
            """);
    assertThat(Files.readString(folder.resolve("new/db.yaml")))
        .contains("type: machine", "labels: [\"angry\", \"happy\", \"neutral\"]")
        .contains("type: segmented", "scheme_id: speaker");
  }

  @Test
  void clipsBecomeATableOfFiles() throws IOException {
    try (AudformatWriter writer = new AudformatWriter(folder)) {
      writer.add("./a.wav", Samples.clip());
    }
    assertThat(Files.readString(folder.resolve("db.emotion.csv")))
        .isEqualTo("file,emotion,confidence\na.wav,happy,0.700\n");
    assertThat(Files.readString(folder.resolve("db.yaml")))
        .contains("type: filewise")
        .doesNotContain("speaker");
  }

  @Test
  void clipsAndTimelinesDoNotMix() {
    AudformatWriter writer = new AudformatWriter(folder);
    writer.add("a.wav", Samples.clip());
    assertThatThrownBy(() -> writer.add("b.wav", Samples.talk()))
        .isInstanceOf(IllegalStateException.class);
  }
}
