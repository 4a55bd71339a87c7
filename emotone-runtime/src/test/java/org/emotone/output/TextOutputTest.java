package org.emotone.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.junit.jupiter.api.Test;

/** What holds of the forms that are plain text, for any timeline and any name. */
class TextOutputTest {

  @Provide
  Arbitrary<Timeline> timelines() {
    return Samples.timelines();
  }

  @Provide
  Arbitrary<String> names() {
    return Samples.names();
  }

  @Property(tries = 200)
  void timesAreInOrderAndDoNotOverlap(@ForAll("timelines") Timeline heard) {
    long last = 0;
    for (Cue<EmotionSegment> cue : Cue.segments(heard)) {
      assertThat(cue.start()).isGreaterThanOrEqualTo(last);
      assertThat(cue.end()).isGreaterThan(cue.start());
      last = cue.end();
    }
    assertThat(last).isLessThanOrEqualTo(Cue.millis(heard.duration()));
  }

  @Property(tries = 200)
  void everyLineOfRttmHasTenFields(
      @ForAll("names") String file, @ForAll("timelines") Timeline heard) {
    List<Cue<EmotionSegment>> cues = Cue.segments(heard);
    List<String> lines = lines(Samples.write(TimelineFormat.RTTM, file, heard));
    assertThat(lines).hasSameSizeAs(cues);
    for (int i = 0; i < cues.size(); i++) {
      String[] fields = lines.get(i).split("\\s");
      assertThat(fields).hasSize(10).doesNotContain("");
      assertThat(fields[0]).isEqualTo("SPEAKER");
      assertThat(fields[3]).isEqualTo(Words.seconds(cues.get(i).start()));
      assertThat(fields[4]).matches("\\d+\\.\\d{3}").isNotEqualTo("0.000");
    }
  }

  @Property(tries = 200)
  void everyRowOfCsvHasAllColumns(
      @ForAll("names") String file, @ForAll("timelines") Timeline heard) {
    List<List<String>> rows = csv(Samples.write(TimelineFormat.CSV, file, heard));
    assertThat(rows).hasSize(1 + Cue.segments(heard).size());
    assertThat(rows.get(0).subList(6, 9)).isEqualTo(heard.classes());
    for (int i = 1; i < rows.size(); i++) {
      assertThat(rows.get(i)).hasSize(10);
      assertThat(rows.get(i).get(0)).isEqualTo(file);
      assertThat(rows.get(i).get(3)).isEqualTo(Cue.segments(heard).get(i - 1).value().label());
    }
  }

  @Property(tries = 200)
  void everyTierOfATextGridCoversTheRecordingWithoutGaps(
      @ForAll("names") String file, @ForAll("timelines") Timeline heard) {
    String text = Samples.write(TimelineFormat.TEXTGRID, file, heard);
    Matcher tiers =
        Pattern.compile("class = \"IntervalTier\" \\n(.*?)(?=item \\[|\\z)", Pattern.DOTALL)
            .matcher(text);
    int found = 0;
    while (tiers.find()) {
      found++;
      Matcher interval =
          Pattern.compile("intervals \\[\\d+\\]: \\n\\s*xmin = (\\S+) \\n\\s*xmax = (\\S+) \\n")
              .matcher(tiers.group(1));
      String last = "0.000";
      while (interval.find()) {
        assertThat(interval.group(1)).isEqualTo(last);
        last = interval.group(2);
      }
      assertThat(last).isEqualTo(Words.seconds(Math.max(1, Cue.millis(heard.duration()))));
    }
    boolean speakers = heard.segments().stream().anyMatch(segment -> segment.speaker() != null);
    assertThat(found).isEqualTo(speakers ? 4 : 3);
    assertThat(text.replaceAll("\"(?:[^\"\n]|\"\")*\"", "")).doesNotContain("\"");
  }

  @Property(tries = 200)
  void everyCueOfWebVttAndSrtIsOneLineUnderItsTimes(
      @ForAll("names") String file, @ForAll("timelines") Timeline heard) {
    int cues = Cue.segments(heard).size();
    String vtt = Samples.write(TimelineFormat.WEBVTT, file, heard);
    assertThat(vtt).startsWith("WEBVTT\n\n");
    assertThat(blocks(vtt)).hasSize(2 + cues);
    for (String block : blocks(vtt).subList(2, 2 + cues)) {
      assertThat(block.strip())
          .matches(
              "\\d+\\n\\d{2,}:\\d\\d:\\d\\d\\.\\d{3} --> \\d{2,}:\\d\\d:\\d\\d\\.\\d{3}\\n[^\\n]+");
      assertThat(block.replaceFirst("<v [^<>]*>", "").replaceFirst(" --> ", ""))
          .doesNotContain("<", ">");
    }
    String srt = Samples.write(TimelineFormat.SRT, file, heard);
    assertThat(blocks(srt)).hasSize(cues);
    for (String block : blocks(srt)) {
      assertThat(block.strip())
          .matches(
              "\\d+\\n\\d{2,}:\\d\\d:\\d\\d,\\d{3} --> \\d{2,}:\\d\\d:\\d\\d,\\d{3}\\n[^\\n<>{]+");
    }
  }

  @Property(tries = 200)
  void everyLabelOfAudacityHasThreeFields(
      @ForAll("names") String file, @ForAll("timelines") Timeline heard) {
    List<String> lines = lines(Samples.write(TimelineFormat.AUDACITY, file, heard));
    assertThat(lines).hasSameSizeAs(Cue.segments(heard));
    assertThat(lines).allMatch(line -> line.matches("\\d+\\.\\d{6}\\t\\d+\\.\\d{6}\\t[^\\t]+"));
  }

  @Test
  void uncertainSegmentsAreMarked() {
    Timeline talk = Samples.talk();
    assertThat(Samples.write(TimelineFormat.WEBVTT, "a.wav", talk))
        .contains("00:00:00.500 --> 00:00:02.000\n<v speaker 1>angry 61 %")
        .contains("<v speaker 2>uncertain (neutral) 35 %");
    assertThat(Samples.write(TimelineFormat.TEXTGRID, "a.wav", talk))
        .contains("text = \"angry\"", "text = \"neutral?\"");
    assertThat(Samples.write(TimelineFormat.AUDACITY, "a.wav", talk))
        .startsWith("0.500000\t2.000000\tspeaker 1: angry 61 %\n");
    assertThat(Samples.write(TimelineFormat.RTTM, "calls/a b.wav", talk))
        .startsWith("SPEAKER a_b 1 0.500 1.500 <NA> <NA> angry 0.610 <NA>\n");
  }

  @Test
  void recordingsOfOneNameInTwoFoldersKeepApartInRttm() throws IOException {
    StringBuilder text = new StringBuilder();
    try (TimelineWriter writer = TimelineFormat.RTTM.open(text, false)) {
      writer.add("x/a.wav", Samples.plainTalk());
      writer.add("y/a.wav", Samples.plainTalk());
    }
    assertThat(lines(text.toString()).stream().map(line -> line.replaceAll(" 1 .*", "")).distinct())
        .containsExactly("SPEAKER a", "SPEAKER y/a.wav");
  }

  @Test
  void theLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      List<String> first = documents();
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(documents()).isEqualTo(first);
      Locale.setDefault(Locale.GERMANY);
      assertThat(documents()).isEqualTo(first);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static List<String> documents() {
    List<String> documents = new ArrayList<>();
    for (TimelineFormat format : TimelineFormat.values()) {
      if (!format.isFolder() && format != TimelineFormat.EAF) {
        documents.add(Samples.write(format, "a.wav", Samples.talk()));
      }
    }
    return documents;
  }

  @Test
  void everyFormatIsFoundByItsName() {
    for (TimelineFormat format : TimelineFormat.values()) {
      assertThat(TimelineFormat.byId(format.id())).contains(format);
      assertThat(format.id()).matches("[a-z]+");
      assertThat(format.ending().isEmpty()).isEqualTo(format.isFolder());
    }
    assertThat(TimelineFormat.byId("doc")).isEmpty();
  }

  @Test
  void aFormForOneRecordingRefusesTheSecond() throws IOException {
    for (TimelineFormat format : TimelineFormat.values()) {
      if (!format.holdsSeveral()) {
        TimelineWriter writer = format.open(new StringBuilder(), true);
        writer.add("a.wav", Samples.talk());
        assertThatThrownBy(() -> writer.add("b.wav", Samples.talk()))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("b.wav");
      }
    }
  }

  @Test
  void clipsWithoutTimesGoWhereTheyMakeSenseOnly() throws IOException {
    for (TimelineFormat format : TimelineFormat.values()) {
      if (!format.isFolder()) {
        TimelineWriter writer = format.open(new StringBuilder(), false);
        if (format.holdsClips()) {
          writer.add("a.wav", Samples.clip());
        } else {
          assertThatThrownBy(() -> writer.add("a.wav", Samples.clip()))
              .isInstanceOf(UnsupportedOperationException.class);
        }
      }
    }
  }

  @Test
  void aTableIsOfTheSameClassesThroughout() throws IOException {
    TimelineWriter writer = TimelineFormat.CSV.open(new StringBuilder(), false);
    writer.add("a.wav", Samples.talk());
    Timeline other = Samples.timeline(List.of("up", "down"), 1, List.of());
    assertThatThrownBy(() -> writer.add("b.wav", other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("b.wav", "up", "angry");
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\n"));
  }

  private static List<String> blocks(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\n\n"));
  }

  /** A reader of RFC 4180 of its own. */
  private static List<List<String>> csv(String text) {
    List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        rows.get(rows.size() - 1).add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          rows.add(new ArrayList<>());
        }
      } else {
        field.append(c);
      }
    }
    return rows.subList(0, rows.size() - 1);
  }
}
