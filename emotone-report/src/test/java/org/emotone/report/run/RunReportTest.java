package org.emotone.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotone.report.page.Figure;
import org.emotone.training.record.RecordedRun;
import org.emotone.training.run.Mistakes.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void aFinishedRunHasItsReportItsErrorsAndItsPictures() throws Exception {
    RecordedRun run = Runs.finished(folder.resolve("one"), 1);

    Path report = RunReport.write(run);

    assertThat(report).isEqualTo(folder.resolve("one/report.html"));
    assertThat(new RunPage(run).figures())
        .extracting(Figure::id)
        .containsExactly(
            "confusion-counts",
            "confusion-percent",
            "classes",
            "roc",
            "precision-recall",
            "reliability",
            "risk-coverage",
            "confidences",
            "by-speaker",
            "by-sex",
            "by-intensity",
            "loss",
            "learning",
            "rate",
            "time");
    for (Figure figure : new RunPage(run).figures()) {
      assertThat(figure.lesson()).as(figure.id()).isNotBlank().endsWith(".");
      assertThat(figure.table().rows()).as(figure.id()).isNotEmpty();
      assertThat(figure.table().rows())
          .as(figure.id())
          .allMatch(row -> row.size() == figure.table().head().size());
      assertThat(folder.resolve("one/plots").resolve(figure.id() + ".png")).isNotEmptyFile();
    }
    assertThat(Files.readString(report))
        .contains("speaker-independent, 0 speakers shared (20 in training, 4 in test)")
        .contains("kept: epoch 27", "310 k", "seed", "temperature on the validation clips (1.300)")
        .contains("A recipe &lt;b&gt;for&lt;/b&gt; tests &amp; pages")
        .contains("1 clips could not be read", "Left out for want of a class: 3 boredom");
  }

  @Test
  void theReportNeedsNothingElseAndLeadsOnlyToWhatLiesBesideIt() throws Exception {
    String html = Files.readString(RunReport.write(Runs.finished(folder.resolve("one"), 1)));

    Matcher links = Pattern.compile("(?:src|href)=\"([^\"]{1,30})").matcher(html);
    int found = 0;
    while (links.find()) {
      found++;
      assertThat(links.group(1)).matches("data:.*|#.*|listen\\.html|errors\\.m3u8");
    }
    assertThat(found).isGreaterThan(10);
    assertThat(html).doesNotContain("http://", "https://", "url(", "@import");
  }

  @Test
  void theConfusionMatrixIsThereInClipsAndInPercent() throws Exception {
    RecordedRun run = Runs.finished(folder.resolve("one"), 1);
    List<Figure> figures = new RunPage(run).figures();
    for (List<String> row : figures.get(0).table().rows()) {
      assertThat(row.subList(1, 9).stream().mapToInt(Integer::parseInt).sum()).isEqualTo(30);
    }
    for (List<String> row : figures.get(1).table().rows()) {
      assertThat(row.subList(1, 9).stream().mapToDouble(Double::parseDouble).sum())
          .isBetween(99.5, 100.5);
    }
  }

  @Test
  void errorsComeInTheOrderOfTheirConfidence() throws Exception {
    RecordedRun run = Runs.finished(folder.resolve("one"), 1);
    RunReport.write(run);
    List<Mistake> mistakes = run.mistakes();
    assertThat(mistakes).hasSizeGreaterThan(20);
    assertThat(mistakes)
        .extracting(Mistake::confidence)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    String page = Files.readString(folder.resolve("one/listen.html"));
    assertThat(Pattern.compile("<audio ").matcher(page).results().count())
        .isEqualTo(mistakes.size());
    String playlist = Files.readString(folder.resolve("one/errors.m3u8"));
    assertThat(playlist).startsWith("#EXTM3U\n").contains("#EXTVLCOPT:start-time=0.100");
    assertThat(playlist.lines().filter(line -> !line.startsWith("#")))
        .hasSize(mistakes.size())
        .allMatch(line -> Files.isRegularFile(Path.of(line)))
        .first()
        .isEqualTo(mistakes.get(0).file().toString());
  }

  @Test
  void namesOfFilesAreAddressesAndNoMarkup() throws Exception {
    RunReport.write(Runs.finished(folder.resolve("one"), 1));
    assertThat(Files.readString(folder.resolve("one/listen.html")))
        .contains("so%20unds%20&amp;%20%3Cb%3E/ravdess-clip-")
        .contains("#t=0.100,0.400")
        .doesNotContain("<b>");
  }

  @Test
  void aRunThatWasStoppedHasAReportOfWhatThereIs() throws Exception {
    RecordedRun run = Runs.stopped(folder.resolve("half"), 9);
    String html = Files.readString(RunReport.write(run));
    assertThat(html)
        .contains("<span>interrupted</span>", "9 of 30", "kept: epoch 9")
        .contains("The run has not come to its end");
    assertThat(folder.resolve("half/listen.html")).doesNotExist();
  }

  @Test
  void aRunWithoutAnEpochHasAReport() throws Exception {
    String html = Files.readString(RunReport.write(Runs.stopped(folder.resolve("none"), 0)));
    assertThat(html).contains("0 of 30").doesNotContain("<figure");
  }

  @Test
  void theSameRunGivesTheSamePage() throws Exception {
    RecordedRun run = Runs.finished(folder.resolve("one"), 1);
    assertThat(new RunPage(run).html()).isEqualTo(new RunPage(run).html());
  }

  @Test
  void largeNumbersHaveThreeDigits() {
    assertThat(Amount.words(950)).isEqualTo("950");
    assertThat(Amount.words(12_440)).isEqualTo("12.4 k");
    assertThat(Amount.words(308_816)).isEqualTo("309 k");
    assertThat(Amount.words(999_499)).isEqualTo("999 k");
    assertThat(Amount.words(1_250_000)).isEqualTo("1.25 M");
    assertThat(Amount.words(138_357_544)).isEqualTo("138 M");
  }
}
