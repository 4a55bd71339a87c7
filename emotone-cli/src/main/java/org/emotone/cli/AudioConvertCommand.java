package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.emotone.HearingListener;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioStream;
import org.emotone.audio.WavSink;
import org.emotone.audio.signal.Loudness;
import org.emotone.audio.signal.ResamplingQuality;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code emotone audio convert}: recordings as WAV, at another rate, level or place. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Write recordings as WAV: at another rate, mono, louder, or a part of them.",
    description = {
      "",
      "Reads and writes as a stream, so that recordings may be hours long. Channels and rate are "
          + "kept unless told otherwise.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone audio convert --out wav 'calls/*.mp3'",
      "  emotone audio convert --rate 16000 --mono --out 16k calls",
      "  emotone audio convert --offset 3600 --duration 60 --out part talk.flac",
      "  emotone audio convert --loudness -23 --out levelled talks"
    })
final class AudioConvertCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private AudioWork work = new AudioWork();

  @Option(names = "--rate", paramLabel = "HZ", description = "The new sample rate.")
  private int rate;

  @Option(
      names = "--resampling",
      paramLabel = "LEVEL",
      defaultValue = "high",
      description = {
        "fast, standard or high (default: ${DEFAULT-VALUE}): high keeps all up to 0.95 of the band "
            + "and lets nothing above -100 dB fold back."
      })
  private ResamplingQuality resampling = ResamplingQuality.HIGH;

  @Option(names = "--mono", description = "Average the channels.")
  private boolean mono;

  @Option(
      names = "--encoding",
      paramLabel = "TYPE",
      defaultValue = "s16",
      description = "s16 (16-bit integers) or f32 (floats) (default: ${DEFAULT-VALUE}).")
  private WavSink.Encoding encoding = WavSink.Encoding.S16;

  @Option(names = "--offset", paramLabel = "S", description = "Where to begin, in seconds.")
  private double offset;

  @Option(names = "--duration", paramLabel = "S", description = "How much to take, in seconds.")
  private double duration = Double.POSITIVE_INFINITY;

  @Option(names = "--gain", paramLabel = "DB", description = "Make it so many dB louder.")
  private double gain;

  @Option(
      names = "--loudness",
      paramLabel = "LUFS",
      description = "Bring it to this loudness (EBU R 128), such as -23.")
  private @Nullable Double loudness;

  @Override
  public Integer call() {
    if (rate != 0 && (rate < 1000 || rate > 384_000)) {
      throw new ParameterException(
          spec.commandLine(), "--rate must be from 1000 to 384000 Hz, was " + rate);
    }
    if (!(offset >= 0) || !(duration > 0)) {
      throw new ParameterException(
          spec.commandLine(), "--offset must not be negative, --duration must be positive");
    }
    return work.run("converting", true, this::convert);
  }

  private void convert(Path file, HearingListener listener) throws IOException {
    int sourceRate;
    try (AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      sourceRate = stream.properties().sampleRate();
    }
    double db = gain + (loudness == null ? 0 : loudness - loudness(file));
    Conversion conversion = new Conversion(rate, resampling, mono, db, encoding);
    long start = Math.round(offset * sourceRate);
    long end =
        duration == Double.POSITIVE_INFINITY
            ? Long.MAX_VALUE
            : start + Math.round(duration * sourceRate);
    try (Results.Pending result = work.result(file, ".wav")) {
      long frames = conversion.write(file, start, end, result.file(), listener);
      if (frames == 0) {
        throw new IOException(file + ": ends before " + offset + " s");
      }
      result.keep();
      int newRate = rate == 0 ? sourceRate : rate;
      work.printer()
          .printf(Locale.ROOT, "%s  %.2f s%n", result.target(), (double) frames / newRate);
      if (work.plots()) {
        work.plot(file, Audio.read(result.target()), List.of(), "");
      }
    }
  }

  /** The loudness of the whole recording. */
  private static double loudness(Path file) throws IOException {
    try (AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      int channels = stream.properties().channels();
      Loudness meter = new Loudness(stream.properties().sampleRate(), channels);
      float[] block = new float[8192 * channels];
      for (int got; (got = stream.read(block, 0, 8192)) > 0; ) {
        meter.add(block, got);
      }
      double lufs = meter.integrated();
      if (Double.isInfinite(lufs)) {
        throw new IOException(file + ": too quiet or too short to have a loudness");
      }
      return lufs;
    }
  }
}
