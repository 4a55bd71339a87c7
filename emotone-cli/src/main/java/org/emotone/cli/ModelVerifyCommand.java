package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotone.ModelBundle;
import org.emotone.Recognition;
import org.emotone.Recognizer;
import org.emotone.Score;
import org.emotone.audio.Waveform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone model verify}: is a model intact, and does it work? */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Check that a model is intact and works.",
    description = {
      "",
      "Checks that a model file is as it was written (every digest), that this Emotone "
          + "understands it, and that its network answers.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {"  emotone model verify", "  emotone model verify a.emotone b.emotone"})
final class ModelVerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "MODEL",
      defaultValue = "default",
      description = "Models in models/ by name, or files (default: ${DEFAULT-VALUE}).")
  private List<String> models = List.of("default");

  @Override
  public Integer call() {
    int code = 0;
    for (String model : models) {
      try {
        spec.commandLine().getOut().println(verify(Models.find(model)));
      } catch (IOException e) {
        spec.commandLine().getErr().println("emotone: " + Failures.line(e));
        code = 1;
      }
    }
    return code;
  }

  /**
   * Reads a model and lets it hear a second of a sound.
   *
   * @return a line that says what it is
   * @throws IOException if it is not intact or its network does not answer
   */
  static String verify(Path file) throws IOException {
    ModelBundle bundle = ModelBundle.read(file);
    try (Recognizer recognizer = Recognizer.of(bundle)) {
      Recognition heard = recognizer.recognize(tone());
      double sum = heard.scores().stream().mapToDouble(Score::probability).sum();
      if (!(Math.abs(sum - 1) < 1e-4)) {
        throw new IOException(
            file
                + ": the network's probabilities sum to "
                + sum
                + ", not to 1; get the file again");
      }
    }
    return "%s: intact, %s@%s, %d classes, %.2f MB"
        .formatted(
            file,
            bundle.manifest().name(),
            bundle.id(),
            bundle.manifest().classes().size(),
            Files.size(file) / 1e6);
  }

  /** A second of 220 Hz at 16 kHz, at half of full scale. */
  private static Waveform tone() {
    float[] samples = new float[16_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 220 * i / 16_000));
    }
    return new Waveform(samples, 16_000);
  }
}
