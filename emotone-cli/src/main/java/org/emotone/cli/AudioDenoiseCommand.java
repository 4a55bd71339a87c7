package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioStream;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.NoiseReduction;
import org.emotone.audio.signal.SpectralGate;
import org.emotone.audio.signal.WienerFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code emotone audio denoise}: recordings with less noise. */
@Command(
    name = "denoise",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Take steady noise out of recordings.",
    description = {
      "",
      "By classical means: a Wiener filter that follows slow changes of the noise, or a spectral gate "
          + "for steady noise. What they gain is in docs/audio.md; a model hears what it was trained "
          + "on, so do not expect better answers of cleaned recordings.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone audio denoise --out clean calls",
      "  emotone audio denoise --method gate --plot --out clean fan.wav"
    })
final class AudioDenoiseCommand implements Callable<Integer> {

  /** How noise is taken out. */
  enum Method {
    WIENER,
    GATE
  }

  @Mixin private AudioWork work = new AudioWork();

  @Option(
      names = "--method",
      paramLabel = "NAME",
      defaultValue = "wiener",
      description = "wiener or gate (default: ${DEFAULT-VALUE}).")
  private Method method = Method.WIENER;

  @Override
  public Integer call() {
    NoiseReduction reduction =
        switch (method) {
          case WIENER -> WienerFilter.DEFAULT;
          case GATE -> SpectralGate.DEFAULT;
        };
    return work.run("denoising", true, (file, listener) -> denoise(file, reduction));
  }

  private void denoise(Path file, NoiseReduction reduction) throws IOException {
    Waveform[] clean = Arrays.stream(channels(file)).map(reduction::apply).toArray(Waveform[]::new);
    try (Results.Pending result = work.result(file, ".wav")) {
      WavFile.write(result.file(), clean);
      result.keep();
      work.printer().println(result.target());
    }
    work.plot(file, clean[0], List.of(), "");
  }

  /** The channels of a recording apart. */
  private static Waveform[] channels(Path file) throws IOException {
    try (AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      int channels = stream.properties().channels();
      float[] block = new float[8192 * channels];
      float[][] samples = new float[channels][1 << 16];
      int length = 0;
      for (int got; (got = stream.read(block, 0, 8192)) > 0; length += got) {
        for (int channel = 0; channel < channels; channel++) {
          if (length + got > samples[channel].length) {
            samples[channel] = Arrays.copyOf(samples[channel], 2 * (length + got));
          }
          for (int frame = 0; frame < got; frame++) {
            samples[channel][length + frame] = block[frame * channels + channel];
          }
        }
      }
      if (length == 0) {
        throw new IOException(file + ": holds no sound");
      }
      Waveform[] waveforms = new Waveform[channels];
      for (int channel = 0; channel < channels; channel++) {
        float[] exact = Arrays.copyOf(samples[channel], length);
        waveforms[channel] = new Waveform(exact, stream.properties().sampleRate());
      }
      return waveforms;
    }
  }
}
