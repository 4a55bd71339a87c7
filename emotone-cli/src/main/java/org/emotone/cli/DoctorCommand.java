package org.emotone.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code emotone doctor}: is everything in place? */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Check that everything is in place, with a remedy for each fault.",
    description = {
      "",
      "Checks what Emotone needs on this machine and says how to remedy each fault: Java, "
          + "the native libraries (they are really loaded), memory, the cache folder and the "
          + "microphone. Exit code 1 if there is a fault; a note is no fault.",
      ""
    },
    footerHeading = "%nExample:%n",
    footer = "  emotone doctor")
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean healthy = true;
    for (Checkup checkup : Checkup.all()) {
      Finding finding = checkup.look().get();
      out.printf("%-5s  %-12s  %s%n", finding.state().word(), checkup.subject(), finding.detail());
      if (!finding.remedy().isEmpty()) {
        out.printf("%-5s  %-12s  → %s%n", "", "", finding.remedy());
      }
      out.flush();
      healthy &= finding.state() != Finding.State.FAULT;
    }
    out.println(
        healthy ? "Everything that is needed is in place." : "There are faults, see above.");
    return healthy ? 0 : 1;
  }
}
