package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.emotone.BundleException;
import org.emotone.Denoiser;
import org.emotone.HearingListener;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.NoiseReduction;
import org.emotone.audio.signal.SpectralGate;
import org.emotone.audio.signal.WienerFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how noise is taken out, the same wherever it is. */
final class DenoiseMethod {

  /** The file that is shipped in models/. */
  private static final String SHIPPED = "denoiser.onnx";

  /** How noise is taken out. */
  enum Method {
    LEARNED,
    WIENER,
    GATE
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--method",
      paramLabel = "NAME",
      defaultValue = "learned",
      description =
          "learned (a network), wiener (a filter that follows slow changes of the noise) or gate"
              + " (for steady noise) (default: ${DEFAULT-VALUE}).")
  private Method method = Method.LEARNED;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "A denoiser of denoise train instead of the one in models/.")
  private @Nullable Path model;

  /** What is done with a way to take out noise while it is open. */
  @FunctionalInterface
  interface Task {
    /** Does it; gives the exit code. */
    int with(NoiseReduction reduction) throws IOException;
  }

  /** Opens what was chosen and does a task with it. */
  int run(Task task) throws IOException {
    if (model != null && method != Method.LEARNED) {
      throw new ParameterException(
          spec.commandLine(), "--model is for --method learned: the others need none");
    }
    return switch (method) {
      case WIENER -> task.with(WienerFilter.DEFAULT);
      case GATE -> task.with(SpectralGate.DEFAULT);
      case LEARNED -> {
        try (Denoiser denoiser = Denoiser.open(model == null ? shipped() : model)) {
          yield task.with(denoiser.reduction());
        }
      }
    };
  }

  /** The denoiser that is shipped. */
  static Path shipped() throws BundleException {
    Optional<Path> file = Places.checkout().map(root -> root.resolve("models").resolve(SHIPPED));
    if (file.isPresent() && Files.isRegularFile(file.get())) {
      return file.get();
    }
    throw new BundleException(
        "models/" + SHIPPED + ": there is no such file; say --model FILE, or --method wiener");
  }

  /** Takes the noise out of recordings, each channel for itself. */
  int denoise(AudioWork work) throws IOException {
    work.check(true);
    return run(
        reduction ->
            work.run(
                "denoising", true, (file, listener) -> denoise(work, file, reduction, listener)));
  }

  private static void denoise(
      AudioWork work, Path file, NoiseReduction reduction, HearingListener listener)
      throws IOException {
    Waveform[] noisy = Channels.read(file);
    Waveform[] clean = new Waveform[noisy.length];
    for (int channel = 0; channel < clean.length; channel++) {
      clean[channel] = reduction.apply(noisy[channel]);
      listener.heard((channel + 1) * noisy[0].duration(), noisy.length * noisy[0].duration());
    }
    try (Results.Pending result = work.result(file, ".wav")) {
      WavFile.write(result.file(), clean);
      result.keep();
      work.printer().println(result.target());
    }
    work.plotChange(file, noisy[0], clean[0], "without the noise");
  }
}
