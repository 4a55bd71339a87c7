package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotone.Denoiser;
import org.emotone.Recognizer;
import org.emotone.audio.signal.SpectralGate;
import org.emotone.audio.signal.WienerFilter;
import org.emotone.training.denoise.DenoiserEvaluation;
import org.emotone.training.denoise.DenoiserReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone denoise evaluate}: measures denoisers, and what they do to recognition. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Measure what taking out noise gains, and what it does to the recognition of emotion.",
    description = {
      "",
      "Mixes clips of speakers that the networks have never heard with white noise and with babble "
          + "of four to seven others of them, and prints the gain in SI-SDR and in segmental SNR of "
          + "each method: the denoisers that are named (default: the one in models/), the Wiener "
          + "filter and the spectral gate. With --recogniser also the unweighted average recall "
          + "(UAR) of a model on the noisy and on the cleaned clips, with an interval over speakers.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone denoise evaluate --clips 100 --corpus ravdess=../ravdess",
      "  emotone denoise evaluate --recogniser default --json --corpus ravdess=../ravdess --corpus savee=../savee",
      "  emotone denoise evaluate runs/a/a.onnx runs/b/b.onnx --snr 0,5 --corpus cremad=../cremad"
    })
final class DenoiseEvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "DENOISER",
      description = "Files of denoise train (default: the one in models/).")
  private List<Path> files = List.of();

  @Mixin private CorpusFolders corpora = new CorpusFolders();

  @Option(
      names = "--recogniser",
      paramLabel = "MODEL",
      description = "A model whose answers are counted, by name or file (default: none).")
  private @Nullable String recogniser;

  @Option(
      names = "--snr",
      paramLabel = "DB",
      split = ",",
      defaultValue = "-5,0,5,10,15,20",
      description = "Ratios of clip to noise in dB (default: ${DEFAULT-VALUE}).")
  private List<Double> ratios = List.of();

  @Option(
      names = "--clips",
      paramLabel = "N",
      defaultValue = "140",
      description = "Draw so many clips (default: ${DEFAULT-VALUE}).")
  private int clips = 140;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of what is drawn (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    corpora.required();
    if (clips < 2) {
      throw new ParameterException(spec.commandLine(), "--clips must be at least 2, was " + clips);
    }
    for (double ratio : ratios) {
      if (!(ratio >= -30 && ratio <= 60)) {
        throw new ParameterException(
            spec.commandLine(), "--snr must be from -30 to 60 dB, was " + ratio);
      }
    }
    if (recogniser == null) {
      return measure(null);
    }
    try (Recognizer recognizer = Recognizer.open(Models.find(recogniser))) {
      return measure(recognizer);
    }
  }

  private int measure(@Nullable Recognizer recognizer) throws IOException {
    List<Denoiser> opened = new ArrayList<>();
    try (Progress progress = Progress.of("listening", 1000)) {
      DenoiserEvaluation evaluation = new DenoiserEvaluation(recognizer, seed);
      for (Path file : files.isEmpty() ? List.of(DenoiseMethod.shipped()) : files) {
        Denoiser denoiser = Denoiser.open(file, 1);
        opened.add(denoiser);
        evaluation.with(denoiser);
      }
      evaluation.with("wiener", WienerFilter.DEFAULT).with("gate", SpectralGate.DEFAULT);
      DenoiserReport report =
          evaluation.measure(
              corpora.read(),
              clips,
              ratios,
              (done, all) -> {
                synchronized (progress) {
                  progress.to((int) (1000L * done / all));
                }
              });
      spec.commandLine().getOut().println((json ? report.toJson() : report.toText()).strip());
      return 0;
    } finally {
      opened.forEach(Denoiser::close);
    }
  }
}
