package org.emotone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code emotone cache}: what is kept on disk to save time. */
@Command(
    name = "cache",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "See what is kept on disk to save time, and delete it.",
    description = {
      "",
      "Training and evaluation keep what they compute of each clip in stages: decoded, trimmed, "
          + "features; audits keep fingerprints. All of it can be computed again, and is found by the "
          + "content of the files, wherever they move. It lies in cache under EMOTONE_HOME "
          + "(default ~/.emotone).",
      ""
    },
    subcommands = {CacheInfoCommand.class, CacheClearCommand.class},
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone cache info              how much there is",
      "  emotone cache clear decoded     delete one stage of it"
    })
final class CacheCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing: info or clear");
  }
}
