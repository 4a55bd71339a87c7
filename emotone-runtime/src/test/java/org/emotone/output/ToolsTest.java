package org.emotone.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs read in what is written: Praat and FFmpeg. */
@Tag("tools")
class ToolsTest {

  private static final List<String> LABELS =
      List.of("an \"angry\" one", "<b>happy & sad</b>", "überrascht 驚き", "a,b;c\td", "plain");

  /** Prints every interval of every tier. */
  private static final String SCRIPT =
      """
      form Read
        text file
      endform
      Read from file: file$
      tiers = Get number of tiers
      writeInfo: ""
      for tier to tiers
        name$ = Get tier name: tier
        intervals = Get number of intervals: tier
        for interval to intervals
          start = Get start time of interval: tier, interval
          end = Get end time of interval: tier, interval
          label$ = Get label of interval: tier, interval
          appendInfoLine: name$, "|", fixed$ (start, 3), "|", fixed$ (end, 3), "|", label$
        endfor
      endfor
      """;

  @TempDir private Path folder = Path.of("");

  private static Timeline odd() {
    List<EmotionSegment> segments = new ArrayList<>();
    for (int i = 0; i < LABELS.size(); i++) {
      segments.add(
          Samples.segment(1 + 1.5 * i, 2.0004 + 1.5 * i, LABELS.get(i), 0.75, true, "speaker 1"));
    }
    return Samples.timeline(LABELS, 3 + 1.5 * LABELS.size(), segments);
  }

  @Test
  void praatReadsEveryIntervalOfATextGrid() throws Exception {
    Path file = folder.resolve("odd name.TextGrid");
    Path script = folder.resolve("read.praat");
    Files.writeString(file, Samples.write(TimelineFormat.TEXTGRID, "a.wav", odd()));
    Files.writeString(script, SCRIPT);
    List<String> read = run("praat", "--run", script.toString(), file.toString());
    List<String> expected = new ArrayList<>();
    expected.add("emotion|0|1.000|");
    List<Cue<EmotionSegment>> cues = Cue.segments(odd());
    for (int i = 0; i < cues.size(); i++) {
      String start = Words.seconds(cues.get(i).start());
      String end = Words.seconds(cues.get(i).end());
      expected.add("emotion|" + start + "|" + end + "|" + Words.oneLine(LABELS.get(i)));
      String next = Words.seconds(i + 1 < cues.size() ? cues.get(i + 1).start() : 10_500);
      expected.add("emotion|" + end + "|" + next + "|");
    }
    assertThat(read.stream().filter(line -> line.startsWith("emotion|"))).isEqualTo(expected);
    assertThat(read.stream().map(line -> line.replaceAll("\\|.*", "")).distinct())
        .containsExactly("emotion", "confidence", "speech", "speaker");
    assertThat(read).contains("confidence|1.000|2.000|0.750", "speaker|1.000|2.000|speaker 1");
  }

  @Test
  void praatReadsATextGridOfSilence() throws Exception {
    Path file = folder.resolve("silence.TextGrid");
    Path script = folder.resolve("read.praat");
    Files.writeString(script, SCRIPT);
    Files.writeString(file, Samples.write(TimelineFormat.TEXTGRID, "a.wav", Samples.silence()));
    assertThat(run("praat", "--run", script.toString(), file.toString()))
        .containsExactly("emotion|0|2.500|", "confidence|0|2.500|", "speech|0|2.500|");
  }

  @Test
  void ffmpegReadsEveryCueOfWebVtt() throws Exception {
    Path file = folder.resolve("odd.vtt");
    Files.writeString(file, Samples.write(TimelineFormat.WEBVTT, "a.wav", odd()));
    String srt = String.join("\n", convert(file, "srt"));
    assertThat(srt)
        .contains("00:00:01,000 --> 00:00:02,000\nan \"angry\" one 75 %")
        .contains("00:00:02,500 --> 00:00:03,500\n<b>happy & sad</b> 75 %")
        .contains("00:00:04,000 --> 00:00:05,000\nüberrascht 驚き 75 %")
        .contains("00:00:07,000 --> 00:00:08,000\nplain 75 %");
  }

  @Test
  void ffmpegReadsEveryCueOfSrt() throws Exception {
    Path file = folder.resolve("odd.srt");
    Files.writeString(file, Samples.write(TimelineFormat.SRT, "a.wav", odd()));
    String vtt = String.join("\n", convert(file, "webvtt"));
    assertThat(vtt)
        .contains("00:01.000 --> 00:02.000\nspeaker 1: an \"angry\" one 75 %")
        .contains("00:02.500 --> 00:03.500\nspeaker 1: ‹b›happy & sad‹/b› 75 %")
        .contains("00:07.000 --> 00:08.000\nspeaker 1: plain 75 %");
  }

  private List<String> convert(Path file, String form) throws Exception {
    return run("ffmpeg", "-v", "error", "-i", file.toString(), "-f", form, "-");
  }

  private List<String> run(String... command) throws IOException, InterruptedException {
    Path errors = folder.resolve("errors.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return text.lines().toList();
  }
}
