package org.emotone.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotone.HearingListener;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioStream;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Loudness;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.QualityMeter;
import org.emotone.audio.signal.VoiceActivity;
import org.emotone.output.QualityFields;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code emotone audio info}: what recordings are, and what is wrong with them. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Say what recordings are, how loud, how good, and what is wrong with them.",
    description = {
      "",
      "Reads all of each recording, as a stream. A line that begins with ! is a warning.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone audio info samples",
      "  emotone audio info --json calls > quality.json",
      "  emotone audio info --plot --out pictures a.wav   with the stretches of speech marked"
    })
final class AudioInfoCommand implements Callable<Integer> {

  private static final int BLOCK = 8192;

  @Mixin private AudioWork work = new AudioWork();

  @Option(names = "--json", description = "Print a JSON array with an object for each file.")
  private boolean json;

  /** What is said of a recording. */
  private record Info(
      AudioProperties properties, Quality quality, double lufs, List<String> warnings) {}

  @Override
  public Integer call() throws IOException {
    List<Map<String, Object>> objects = new ArrayList<>();
    int code =
        work.run(
            "reading",
            false,
            (file, listener) -> {
              Info info = info(file, listener);
              if (json) {
                objects.add(values(file, info));
              } else {
                print(file, info);
              }
              if (work.plots()) {
                Waveform waveform = Audio.read(file);
                work.plot(file, waveform, VoiceActivity.DEFAULT.find(waveform), "speech");
              }
            });
    if (json) {
      ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
      work.printer().println(mapper.writeValueAsString(objects));
    }
    return code;
  }

  private static Info info(Path file, HearingListener listener) throws IOException {
    try (AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      AudioProperties properties = stream.properties();
      QualityMeter meter = new QualityMeter(properties.sampleRate(), properties.channels());
      Loudness loudness = new Loudness(properties.sampleRate(), properties.channels());
      float[] block = new float[BLOCK * properties.channels()];
      double rate = properties.sampleRate();
      long frames = properties.frames();
      long heard = 0;
      for (int got; (got = stream.read(block, 0, BLOCK)) > 0; ) {
        meter.add(block, got);
        loudness.add(block, got);
        heard += got;
        listener.heard(heard / rate, frames < 0 ? Double.NaN : frames / rate);
      }
      Quality quality = meter.quality();
      List<String> warnings = new ArrayList<>(stream.warnings());
      warnings.addAll(quality.warnings());
      return new Info(properties, quality, loudness.integrated(), warnings);
    }
  }

  private void print(Path file, Info info) {
    AudioProperties properties = info.properties();
    String bits = properties.bitsPerSample() == 0 ? "" : " " + properties.bitsPerSample() + " bit";
    String loudness =
        Double.isInfinite(info.lufs())
            ? "none"
            : String.format(Locale.ROOT, "%.1f LUFS", info.lufs());
    work.printer()
        .printf(
            Locale.ROOT,
            "%s%n  %s %s%s, %.2f s, loudness %s%n  %s%n",
            file,
            properties.container(),
            properties.codec(),
            bits,
            info.quality().seconds(),
            loudness,
            QualityText.line(info.quality()));
    info.warnings().forEach(warning -> work.printer().println("  ! " + warning));
    work.printer().flush();
  }

  private static Map<String, Object> values(Path file, Info info) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("file", file.toString());
    values.put("container", info.properties().container());
    values.put("codec", info.properties().codec());
    values.put("bitsPerSample", info.properties().bitsPerSample());
    if (Double.isFinite(info.lufs())) {
      values.put("lufs", info.lufs());
    }
    values.put("quality", QualityFields.of(info.quality()));
    values.put("warnings", info.warnings());
    return values;
  }
}
