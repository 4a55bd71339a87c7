package org.emotone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code emotone corpus}: its subcommands fetch corpora and look at them. */
@Command(
    name = "corpus",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "Fetch corpora of emotional speech, look at them and find what is wrong with them.",
    subcommands = {
      CorpusListCommand.class,
      CorpusInspectCommand.class,
      CorpusAuditCommand.class,
      CorpusVotesCommand.class,
      CorpusImportCommand.class,
      CorpusExploreCommand.class,
      CorpusClusterCommand.class,
      CorpusCuesCommand.class,
      CorpusDownloadCommand.class
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone corpus list                        the corpora that can be read",
      "  emotone corpus inspect ~/corpora/ravdess   what a folder holds",
      "  emotone corpus audit ~/corpora/ravdess     what is wrong with it",
      "  emotone corpus votes ~/corpora/cremad      how well people do on it",
      "  emotone corpus import recordings           make a corpus of your own recordings",
      "  emotone corpus explore ~/corpora/ravdess   a page that shows it",
      "  emotone corpus cluster ~/corpora/ravdess   what groups its clips fall into by themselves",
      "  emotone corpus cues ~/corpora/ravdess      how pitch, energy, rate and tilt go with emotion",
      "  emotone corpus download ravdess            fetch one from its official source"
    })
final class CorpusCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing: list, inspect, audit, explore, cluster, cues, votes, import or download");
  }
}
