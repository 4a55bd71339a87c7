package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotone.report.CurvesPlot;
import org.emotone.report.run.ComparisonPage;
import org.emotone.training.record.RecordedRun;
import org.emotone.training.record.RunComparison;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone runs compare}: runs side by side. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Show runs side by side: figures, what their recipes differ in, and curves.",
    description = {
      "",
      "Prints the figures of the runs beside each other, the values of their recipes that are not "
          + "the same, how the validation UAR went, and McNemar's exact test of each against the "
          + "first on the clips that both were measured on. Figures of different clips are shown "
          + "as well: look at split and overlap before you believe a difference.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone runs compare runs/a runs/b runs/c",
      "  emotone runs compare runs/a runs/b --out compare.html",
      "  emotone runs compare runs/a runs/b --plot curves.svg",
      "  emotone runs compare runs/a runs/b --json"
    })
final class RunsCompareCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "Folders of runs, two at least.")
  private List<Path> folders = List.of();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Write a page with charts, too.")
  private @Nullable Path out;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description =
          "Draw their curves (training loss, UAR on the validation), as SVG if its name ends so,"
              + " otherwise as PNG.")
  private @Nullable Path plot;

  @Override
  public Integer call() throws IOException {
    if (folders.size() < 2) {
      throw new ParameterException(spec.commandLine(), "name two runs at least");
    }
    List<RecordedRun> runs = new ArrayList<>();
    for (Path folder : folders) {
      runs.add(RecordedRun.read(folder));
    }
    RunComparison comparison = RunComparison.of(runs);
    if (json) {
      spec.commandLine().getOut().println(comparison.toJson());
    } else {
      new ComparisonText(comparison, spec.commandLine().getOut()).print();
    }
    if (out != null) {
      Files.writeString(out, new ComparisonPage(comparison).html());
      spec.commandLine().getErr().println(out + ": open it in a browser");
    }
    if (plot != null) {
      CurvesPlot.write(runs, plot);
    }
    return 0;
  }
}
