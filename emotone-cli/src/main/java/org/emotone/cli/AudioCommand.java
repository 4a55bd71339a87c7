package org.emotone.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code emotone audio}: what can be done with recordings before anything is heard in them. */
@Command(
    name = "audio",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "Look at, convert, cut, mix and clean recordings.",
    description = {
      "",
      "FILEs may be files, folders, which are searched with all folders in them, and patterns such as "
          + "'calls/*.mp3'. Results are WAV files in the folder of --out, laid out as the sources are; "
          + "what is already there is only replaced with --force.",
      ""
    },
    subcommands = {
      AudioInfoCommand.class,
      AudioConvertCommand.class,
      AudioTrimCommand.class,
      AudioSplitCommand.class,
      AudioMixCommand.class,
      AudioDenoiseCommand.class
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone audio info calls                             format, level, loudness and quality",
      "  emotone audio info --plot --out pictures a.wav       a picture of waveform and spectrogram",
      "  emotone audio convert --rate 16000 --mono --out 16k calls",
      "  emotone audio split --speech --out parts call.mp3    a file for each utterance"
    })
final class AudioCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a command: wrong usage. */
  @Override
  public void run() {
    CommandLine line = spec.commandLine();
    throw new ParameterException(line, "a command is missing");
  }
}
