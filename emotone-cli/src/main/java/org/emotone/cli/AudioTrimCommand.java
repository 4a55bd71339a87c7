package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.emotone.HearingListener;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Range;
import org.emotone.audio.signal.Segment;
import org.emotone.audio.signal.SilenceTrimmer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code emotone audio trim}: recordings without the silence at their ends. */
@Command(
    name = "trim",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Cut silence off both ends of recordings.",
    description = {
      "",
      "As librosa.effects.trim does. Without --out it only says what would be kept.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone audio trim clips                      what would be kept of each clip",
      "  emotone audio trim --top-db 30 --out trimmed clips"
    })
final class AudioTrimCommand implements Callable<Integer> {

  @Mixin private AudioWork work = new AudioWork();

  @Mixin private SilenceOptions silence = new SilenceOptions();

  @Override
  public Integer call() {
    SilenceTrimmer trimmer = silence.trimmer();
    return work.run("trimming", false, (file, listener) -> trim(file, trimmer));
  }

  private void trim(Path file, SilenceTrimmer trimmer) throws IOException {
    Waveform waveform = Audio.read(file);
    Range kept = trimmer.find(waveform);
    double rate = waveform.sampleRate();
    Segment segment = new Segment(kept.start() / rate, kept.end() / rate);
    if (work.hasOut()) {
      try (Results.Pending result = work.result(file, ".wav")) {
        Conversion.PLAIN.write(file, kept.start(), kept.end(), result.file(), HearingListener.NONE);
        result.keep();
      }
      work.plot(file, waveform, List.of(segment), "kept");
    }
    work.printer()
        .printf(
            Locale.ROOT,
            "%s  %.2f s to %.2f s of %.2f s%n",
            file,
            segment.start(),
            segment.end(),
            waveform.duration());
  }
}
