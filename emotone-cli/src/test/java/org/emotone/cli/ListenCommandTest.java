package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import org.emotone.Recognizer;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioStream;
import org.emotone.audio.Waveform;
import org.emotone.timeline.TimelineSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ListenCommandTest {

  private static final Path CLIP = Path.of("..", "samples", "sad-woman.wav");

  @TempDir private static Path shared = Path.of("");

  private static String model = "";

  @BeforeAll
  static void makeAModel() throws IOException {
    model = UntrainedModel.write(shared.resolve("untrained.emotone")).toString();
  }

  private static Console listen(byte[] input, Object... arguments) {
    List<String> all = new ArrayList<>(List.of("listen", "--model", model));
    Stream.of(arguments).map(String::valueOf).forEach(all::add);
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input));
    try {
      return Console.run(all.toArray(String[]::new));
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void whatIsPipedInIsToldLineByLineAndSummedUp() throws IOException {
    Console console = listen(Files.readAllBytes(CLIP), "-");
    assertThat(console.err()).isEmpty();
    assertThat(console.code()).isZero();
    List<String> lines = console.out().lines().toList();
    assertThat(lines.get(0)).startsWith("listening to standard input (16000 Hz, 1 channel)");
    assertThat(lines.get(1)).matches(" +0:0\\d\\.\\d +0:0\\d\\.\\d .*\\d+ %");
    assertThat(console.out()).contains("0:03.2 heard").doesNotContain("\033[");
  }

  @Test
  void jsonHasAnObjectOnEachLine() throws IOException {
    Console console = listen(Files.readAllBytes(CLIP), "--json", "--step", 0.5, "-");
    List<JsonNode> events = new ArrayList<>();
    for (String line : console.out().lines().toList()) {
      events.add(new ObjectMapper().readTree(line));
    }
    List<String> names = events.stream().map(event -> event.get("event").textValue()).toList();
    assertThat(names).startsWith("begin").endsWith("end").contains("interval", "utterance");
    assertThat(events.get(0).get("classes")).hasSize(UntrainedModel.CLASSES.size());
    JsonNode interval = events.get(names.indexOf("interval"));
    assertThat(interval.get("probabilities")).hasSize(UntrainedModel.CLASSES.size());
    assertThat(interval.get("current").get("emotion").textValue()).isNotEmpty();
    assertThat(events.get(names.size() - 1).get("seconds").doubleValue()).isBetween(3.1, 3.3);
  }

  @Test
  void aStreamTellsTheSegmentsOfTheFile() throws IOException {
    JsonNode file =
        new ObjectMapper()
            .readTree(
                Console.run("analyze", "--timeline", "--json", "--model", model, CLIP.toString())
                    .out());
    List<JsonNode> told = new ArrayList<>();
    for (String line : listen(Files.readAllBytes(CLIP), "--json", "-").out().lines().toList()) {
      new ObjectMapper().readTree(line).path("segments").forEach(told::add);
    }
    assertThat(told).hasSameSizeAs(file.get("segments"));
    for (int i = 0; i < told.size(); i++) {
      JsonNode expected = file.get("segments").get(i);
      for (String key : List.of("start", "end", "emotion", "certain")) {
        assertThat(told.get(i).get(key)).isEqualTo(expected.get(key));
      }
      assertThat(told.get(i).get("confidence").doubleValue())
          .isCloseTo(expected.get("confidence").doubleValue(), within(1e-5));
    }
  }

  @Test
  void samplesWithoutHeaderAreHeardAndRecorded(@TempDir Path folder) throws IOException {
    byte[] wav = Files.readAllBytes(CLIP);
    byte[] samples = Arrays.copyOfRange(wav, 44, wav.length);
    Path record = folder.resolve("talk.wav");
    Console console = listen(samples, "--raw", "s16le:16000:1", "--record", record, "-");
    assertThat(console.code()).isZero();
    Waveform recorded = Audio.read(record);
    assertThat(recorded.length()).isEqualTo(samples.length / 2);
    assertThat(listen(samples, "--record", record, "-").err()).contains("is already there");
  }

  @Test
  void whatIsNoSoundIsRefusedInALine() {
    Console console = listen("a letter".getBytes(StandardCharsets.US_ASCII), "-");
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err()).contains("standard input: not an audio file").hasLineCount(1);
    assertThat(listen(new byte[0], "talk.wav").err()).contains("analyze --timeline talk.wav");
    assertThat(listen(new byte[0], "--device", "1", "-").code()).isEqualTo(2);
  }

  @Test
  void microphonesAreChosenByNumberOrName() throws IOException {
    AudioFormat format = new AudioFormat(48_000, 16, 1, true, false);
    List<Microphone.Device> devices =
        List.of(
            new Microphone.Device("Built-in", null, format),
            new Microphone.Device("USB Audio 2", null, format));
    assertThat(Microphone.choose(devices, null).name()).isEqualTo("Built-in");
    assertThat(Microphone.choose(devices, "2").name()).isEqualTo("USB Audio 2");
    assertThat(Microphone.choose(devices, "usb").name()).isEqualTo("USB Audio 2");
    assertThatThrownBy(() -> Microphone.choose(devices, "headset"))
        .hasMessageContaining("no microphone is called 'headset'");
    assertThatThrownBy(() -> Microphone.choose(List.of(), null))
        .hasMessageContaining("no microphone found");
  }

  @Test
  void aTerminalIsDrawnInPlace() throws IOException {
    StringWriter out = new StringWriter();
    LiveScreen screen = new LiveScreen(new PrintWriter(out), 60, Paint.NONE);
    try (Recognizer recognizer = Recognizer.open(Path.of(model));
        AudioStream source = Audio.open(CLIP, AudioLimits.DEFAULT)) {
      screen.begin("a test", source.properties(), "m@1", UntrainedModel.CLASSES);
      new Listening(source, recognizer, TimelineSettings.DEFAULT, screen, null).run();
    }
    String last = out.toString().substring(out.toString().lastIndexOf("a test"));
    List<String> lines = last.replace("\r\033[K", "").lines().toList();
    assertThat(lines.get(0)).contains("16.0 kHz", "0:03.2", "Ctrl-C ends");
    assertThat(lines.get(1)).startsWith("level");
    assertThat(lines).anyMatch(line -> line.matches("  neutral .*\\d+ %"));
    assertThat(lines).anyMatch(line -> line.startsWith("past"));
    assertThat(lines).anyMatch(line -> line.contains("heard"));
    assertThat(lines).allMatch(line -> line.length() <= 72);
  }
}
