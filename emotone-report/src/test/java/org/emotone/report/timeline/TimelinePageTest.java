package org.emotone.report.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelinePageTest {

  @TempDir Path folder = Path.of("");

  @Test
  void aShortRecordingIsPartOfThePage() throws IOException {
    Path file = Talks.file(folder, "a.wav");
    PageSound sound = PageSound.of(file, properties(file), 10, folder.resolve("a.html"));
    assertThat(sound.embedded()).isTrue();
    assertThat(sound.source()).startsWith("data:audio/wav;base64,UklGR");
  }

  @Test
  void aLongRecordingIsLinkedFromWhereThePageIs() throws IOException {
    Path file = Talks.file(Files.createDirectories(folder.resolve("my calls")), "ä 1#.wav");
    AudioProperties properties = properties(file);
    try (RandomAccessFile grown = new RandomAccessFile(file.toFile(), "rw")) {
      grown.setLength(PageSound.MOST_BYTES + 1);
    }
    PageSound sound = PageSound.of(file, properties, 10, folder.resolve("out/a.html"));
    assertThat(sound).isEqualTo(new PageSound("./../my%20calls/%C3%A4%201%23.wav", false));
  }

  @Test
  void whatBrowsersDoNotPlayBecomesWav() throws IOException {
    Path file = Talks.file(folder, "a.wav");
    AudioProperties aiff = new AudioProperties("AIFF", "PCM", Talks.RATE, 1, 16, 80_000);
    assertThat(PageSound.of(file, aiff, 10, folder.resolve("a.html")).source())
        .startsWith("data:audio/wav;base64,UklGR");
    assertThat(PageSound.of(file, aiff, 4000, folder.resolve("a.html")))
        .isEqualTo(new PageSound("./a.wav", false));
  }

  @Test
  void thePageHoldsNamesAsTextAndFetchesNothing() throws IOException {
    Path file = Talks.file(folder, "a.wav");
    String html =
        new TimelinePage("<script>x</script>", Talks.timeline(), Talks.envelope(file), null).html();
    assertThat(html)
        .doesNotContain("<script>x", "<warning>", "<shy>", "http://", "https://")
        .contains("a &lt;warning&gt;", "0:05.0 to 0:09.0: sad, 40 % (uncertain), speaker 2")
        .contains("This page has no sound.");
  }

  @Test
  void aPageOfSilenceSaysSo() throws IOException {
    Path file = Talks.file(folder, "a.wav");
    assertThat(new TimelinePage("a", Talks.silence(), Talks.envelope(file), null).html())
        .contains("Nobody was heard to speak.");
  }

  private static AudioProperties properties(Path file) throws IOException {
    try (AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      return stream.properties();
    }
  }
}
