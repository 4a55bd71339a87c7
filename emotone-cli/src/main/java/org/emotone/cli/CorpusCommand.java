package org.emotone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code emotone corpus}: its subcommands look at corpora. */
@Command(
    name = "corpus",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "Look at corpora of emotional speech.",
    subcommands = {CorpusListCommand.class, CorpusInspectCommand.class},
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone corpus list                        the corpora that can be read",
      "  emotone corpus inspect ~/corpora/ravdess   what a folder holds"
    })
final class CorpusCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing: list or inspect");
  }
}
