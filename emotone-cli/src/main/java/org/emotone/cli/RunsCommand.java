package org.emotone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.emotone.report.run.Amount;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.record.RecordedRun;
import org.emotone.training.record.RunRow;
import org.emotone.training.run.RunStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone runs}: lists runs. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "List runs, compare them, and write their reports anew.",
    description = {
      "",
      "Lists the runs in folders, the newest first: corpora, how training and test were kept "
          + "apart, UAR on the test (in brackets: so far, on the validation), size, epochs and "
          + "state. A run is running, interrupted, failed or finished; all but the running can be "
          + "resumed (train --resume).",
      ""
    },
    subcommands = {RunsCompareCommand.class, RunsReportCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone runs                               those in runs/",
      "  emotone runs old new --json                those in two folders, for programs",
      "  emotone runs compare runs/a runs/b         two runs side by side",
      "  emotone runs report runs/a                 writes report.html anew"
    })
final class RunsCommand implements Callable<Integer> {

  /** So many levels of folders are looked through. */
  private static final int DEPTH = 3;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private static final List<String> HEAD =
      List.of("run", "began", "corpora", "split", "UAR", "params", "epochs", "state");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..*",
      description = "Folders of runs, or with runs in them (default: runs).")
  private List<Path> folders = List.of();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<Path> roots = folders.isEmpty() ? List.of(Path.of("runs")) : folders;
    List<RunRow> rows = new ArrayList<>();
    int unreadable = 0;
    // Where nothing was trained yet there is no folder, which is no mistake of the user's.
    List<Path> searched =
        folders.isEmpty() ? roots.stream().filter(Files::isDirectory).toList() : roots;
    for (Path root : searched) {
      if (!Files.isDirectory(root)) {
        throw new NoSuchFileException(root.toString());
      }
      for (Path folder : RecordedRun.find(root, DEPTH)) {
        try {
          rows.add(RunRow.of(RecordedRun.read(folder)));
        } catch (IOException | TrainingException e) {
          unreadable++;
          spec.commandLine().getErr().println("emotone: " + Failures.line(e));
        }
      }
    }
    rows.sort(Comparator.comparing(RunRow::began).reversed());
    print(rows, roots);
    return unreadable == 0 ? 0 : 1;
  }

  private void print(List<RunRow> rows, List<Path> roots) throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      out.println(mapper.writeValueAsString(rows));
      return;
    }
    if (rows.isEmpty()) {
      String places = String.join(", ", roots.stream().map(Path::toString).toList());
      spec.commandLine().getErr().println("no runs in " + places);
      return;
    }
    List<List<String>> table = new ArrayList<>(List.of(HEAD));
    rows.forEach(row -> table.add(cells(row)));
    TextTable.print(table, out);
    rows.stream()
        .filter(row -> row.reason() != null)
        .forEach(row -> out.println(row.folder() + " failed: " + row.reason()));
  }

  private static List<String> cells(RunRow row) {
    return List.of(
        row.folder(),
        date(row.began()),
        String.join("+", row.corpora()),
        split(row),
        uar(row),
        Amount.words(row.parameters()),
        row.epochs() + "/" + row.epochsPlanned(),
        row.state().word());
  }

  private static String date(String began) {
    try {
      return DATE.format(Instant.parse(began).atZone(ZoneId.systemDefault()));
    } catch (DateTimeParseException e) {
      return began;
    }
  }

  /** The kind of split without its particulars; of shared speakers, that they are. */
  private static String split(RunRow row) {
    String split = beginning(row.split(), " (");
    String overlap = beginning(row.overlap(), ",");
    return split.startsWith(overlap) ? split : split + ", " + overlap;
  }

  private static String beginning(@Nullable String words, String end) {
    return words == null
        ? ""
        : words.contains(end) ? words.substring(0, words.indexOf(end)) : words;
  }

  private static String uar(RunRow row) {
    Double test = row.uar();
    Double validation = row.validationUar();
    if (test != null && row.state() == RunStatus.State.FINISHED) {
      return String.format(Locale.ROOT, "%.3f", test);
    }
    return validation == null ? "–" : String.format(Locale.ROOT, "(%.3f)", validation);
  }
}
