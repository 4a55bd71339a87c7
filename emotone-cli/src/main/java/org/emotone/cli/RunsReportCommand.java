package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotone.report.run.RunReport;
import org.emotone.training.record.RecordedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone runs report}: writes reports anew. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Write the report of runs anew, also of those that are not finished.",
    description = {
      "",
      "Writes report.html, the errors to listen to and the pictures from what the run recorded; a "
          + "finished run has them already.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {"  emotone runs report runs/first"})
final class RunsReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", arity = "1..*", description = "Folders of runs.")
  private List<Path> folders = List.of();

  @Override
  public Integer call() throws IOException {
    for (Path folder : folders) {
      Path report = RunReport.write(RecordedRun.read(folder));
      spec.commandLine().getOut().println(report + ": open it in a browser");
    }
    return 0;
  }
}
