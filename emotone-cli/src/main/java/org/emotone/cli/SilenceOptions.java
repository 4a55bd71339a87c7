package org.emotone.cli;

import org.emotone.audio.signal.SilenceTrimmer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What counts as silence, as librosa defines it. */
final class SilenceOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--top-db",
      paramLabel = "DB",
      defaultValue = "60",
      description = "How far below the loudest frame silence begins (default: ${DEFAULT-VALUE}).")
  private double topDb = 60;

  @Option(
      names = "--frame",
      paramLabel = "N",
      defaultValue = "2048",
      description = "Samples of a frame (default: ${DEFAULT-VALUE}).")
  private int frame = 2048;

  @Option(
      names = "--hop",
      paramLabel = "N",
      defaultValue = "512",
      description = "Samples from frame to frame (default: ${DEFAULT-VALUE}).")
  private int hop = 512;

  SilenceTrimmer trimmer() {
    try {
      return new SilenceTrimmer(topDb, frame, hop);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
