package org.emotone.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code emotone audio denoise}: the same as {@link DenoiseCommand}, beside its sisters. */
@Command(
    name = "denoise",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Take noise out of recordings.",
    description = {
      "",
      "The same as emotone denoise, which also trains and measures: a network that has learned "
          + "speech, or by classical means a Wiener filter or a spectral gate. "
          + "What each gains, and what it does to the recognition of emotion, is in "
          + "docs/denoising.md.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone audio denoise --out clean calls",
      "  emotone audio denoise --method gate --plot --out clean fan.wav"
    })
final class AudioDenoiseCommand implements Callable<Integer> {

  @Mixin private AudioWork work = new AudioWork();

  @Mixin private DenoiseMethod method = new DenoiseMethod();

  @Override
  public Integer call() throws IOException {
    return method.denoise(work);
  }
}
