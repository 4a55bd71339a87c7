package org.emotone.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code emotone denoise}: recordings with less noise, and what takes it out. */
@Command(
    name = "denoise",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Take noise out of recordings; train what does it, and measure it.",
    description = {
      "",
      "By a network that has learned to tell speech from noise and from other voices (learned), or "
          + "by classical means (wiener, gate). Writes a WAV for each recording, of the same rate, "
          + "channels and length; --plot draws both before and after. Steady noise goes well, "
          + "people who talk behind the speaker less so.",
      "",
      "What it does to the recognition of emotion: better answers in strong noise and where others "
          + "talk behind the speaker, worse ones of recordings that were clean. docs/denoising.md "
          + "has the figures.",
      ""
    },
    subcommands = {DenoiseTrainCommand.class, DenoiseEvaluateCommand.class},
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone denoise --out clean noisy.wav                 clean/noisy.wav",
      "  emotone denoise --plot --out clean calls              a folder, with pictures before and after",
      "  emotone denoise --method wiener --out clean fan.wav   without a network",
      "  emotone denoise train --help                          a denoiser of your own",
      "  emotone denoise evaluate --help                       what it gains"
    })
final class DenoiseCommand implements Callable<Integer> {

  @Mixin private AudioWork work = new AudioWork();

  @Mixin private DenoiseMethod method = new DenoiseMethod();

  @Override
  public Integer call() throws IOException {
    return method.denoise(work);
  }
}
