package org.emotone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code emotone model}: its subcommands look at a model. */
@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "Look at a model: what it knows, where it comes from, whether it is intact.",
    subcommands = {ModelInfoCommand.class, ModelVerifyCommand.class, ModelGuardCommand.class},
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone model info                 of the default model",
      "  emotone model info --card          its model card",
      "  emotone model verify my.emotone    is the file intact and does it work?",
      "  emotone model guard --help         let a model know what it was trained on"
    })
final class ModelCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing: info, verify or guard");
  }
}
