package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunsCommandTest {

  private Path folder = Path.of("");
  private String runs = "";

  @BeforeAll
  void train(@TempDir Path work) throws IOException {
    folder = work;
    runs = work.resolve("runs").toString();
    Path corpus = TinyCorpus.write(work.resolve("corpus"));
    Path recipe = Files.writeString(work.resolve("tiny.yaml"), TinyCorpus.RECIPE);
    for (String seed : new String[] {"1", "2"}) {
      Console train =
          Console.run(
              "train",
              recipe.toString(),
              "--corpus",
              "ravdess=" + corpus,
              "--set",
              "seed=" + seed,
              "--out",
              runs + "/seed-" + seed);
      assertThat(train.code()).as(train.err()).isZero();
    }
    Path stopped = Files.createDirectories(work.resolve("runs/deeper/stopped"));
    for (String file : new String[] {"recipe.yaml", "run.json", "metrics.csv"}) {
      Files.copy(work.resolve("runs/seed-1").resolve(file), stopped.resolve(file));
    }
    Path status = stopped.resolve("run.json");
    Files.writeString(
        status,
        Files.readString(status)
            .replace("\"finished\"", "\"running\"")
            .replaceFirst("\"process\" : \\d+", "\"process\" : 4194305"));
  }

  @Test
  void runsAreListedWithWhatTheyCameTo() {
    Console list = Console.run("runs", runs);
    assertThat(list.code()).as(list.err()).isZero();
    assertThat(list.out().lines()).hasSize(4);
    assertThat(list.out().lines().findFirst().orElseThrow())
        .containsSubsequence(
            "run", "began", "corpora", "split", "UAR", "params", "epochs", "state");
    assertThat(list.out())
        .containsPattern(
            "seed-1 +20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d +ravdess +speaker-independent split"
                + " +[01]\\.\\d{3} +\\d+ +3/3 +finished")
        .containsPattern("stopped .* \\([01]\\.\\d{3}\\) .* interrupted");
    assertThat(list.out().indexOf("seed-2")).isLessThan(list.out().indexOf("seed-1"));
  }

  @Test
  void aListForProgramsHoldsTheSame() throws IOException {
    JsonNode list = new ObjectMapper().readTree(Console.run("runs", "--json", runs).out());
    assertThat(list).hasSize(3);
    assertThat(list.get(0).get("folder").asText()).endsWith("seed-2");
    assertThat(list.get(0).get("uar").asDouble()).isBetween(0.0, 1.0);
    assertThat(list.get(0).get("state").asText()).isEqualTo("finished");
    assertThat(list.get(0).get("epochs").asInt()).isEqualTo(3);
    assertThat(list.findValuesAsText("overlap"))
        .allMatch(words -> words.startsWith("speaker-independent, 0 speakers shared"));
  }

  @Test
  void runsAreShownSideBySide() throws IOException {
    Path page = folder.resolve("compare.html");
    Console compared =
        Console.run(
            "runs",
            "compare",
            runs + "/seed-1",
            runs + "/seed-2",
            "--out",
            page.toString(),
            "--plot",
            folder.resolve("curves.svg").toString());
    assertThat(folder.resolve("curves.svg"))
        .content()
        .contains(">training loss<", ">UAR on the validation<", ">seed-1<", ">seed-2<");
    assertThat(compared.code()).as(compared.err()).isZero();
    assertThat(compared.out())
        .contains("A  " + runs + "/seed-1", "what the recipes differ in", "  seed  1  2")
        .containsPattern("recall of happy +[01]\\.\\d{3} +[01]\\.\\d{3}")
        .containsPattern("B \\(the second\\) against A \\(the first\\): 8 clips; .*McNemar");
    assertThat(Files.readString(page)).contains("<h1>seed-1 / seed-2</h1>", "id=\"uar\"");
    JsonNode json =
        new ObjectMapper()
            .readTree(
                Console.run("runs", "compare", "--json", runs + "/seed-1", runs + "/seed-2").out());
    assertThat(json.at("/differences/seed/1").asText()).isEqualTo("2");
    assertThat(json.at("/figures/UAR")).hasSize(2);
  }

  @Test
  void aReportIsWrittenAnewAndOfARunThatWasStopped() {
    Console report = Console.run("runs", "report", runs + "/deeper/stopped");
    assertThat(report.code()).as(report.err()).isZero();
    assertThat(folder.resolve("runs/deeper/stopped/report.html"))
        .content()
        .contains("interrupted", "3 of 3");
  }

  @Test
  void mistakesOfTheUserAreOneLine() throws IOException {
    Console missing = Console.run("runs", folder.resolve("nowhere").toString());
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("there is no such file or folder").hasLineCount(1);
    Console none = Console.run("runs", folder.resolve("corpus").toString());
    assertThat(none.code()).isZero();
    assertThat(none.err()).startsWith("no runs in ");
    Console one = Console.run("runs", "compare", runs + "/seed-1");
    assertThat(one.code()).isEqualTo(2);
    assertThat(one.err()).contains("name two runs at least");
    Console other = Console.run("runs", "compare", runs + "/seed-1", folder.toString());
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("no run of Emotone").hasLineCount(1);
    Path broken = Files.createDirectories(folder.resolve("other/broken"));
    Files.writeString(broken.resolve("recipe.yaml"), "name: [");
    Files.writeString(broken.resolve("run.json"), "{}");
    Console listed = Console.run("runs", folder.resolve("other").toString(), runs);
    assertThat(listed.code()).isEqualTo(1);
    assertThat(listed.err()).contains("recipe.yaml").hasLineCount(1);
    assertThat(listed.out()).contains("seed-1");
  }
}
