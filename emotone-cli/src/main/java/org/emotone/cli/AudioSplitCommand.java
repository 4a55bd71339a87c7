package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.emotone.HearingListener;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Segment;
import org.emotone.audio.signal.SilenceTrimmer;
import org.emotone.audio.signal.VoiceActivity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code emotone audio split}: recordings cut into what lies between pauses. */
@Command(
    name = "split",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Cut recordings at their silences, or into stretches of speech.",
    description = {
      "",
      "Cuts at silence as librosa.effects.split does; with --speech it keeps what a voice detector "
          + "takes for speech, which also works in noise. Without --out it only prints the times.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone audio split --speech call.mp3              when somebody speaks",
      "  emotone audio split --speech --out parts call.mp3  parts/call-001.wav and so on",
      "  emotone audio split --top-db 40 --out parts clips"
    })
final class AudioSplitCommand implements Callable<Integer> {

  @Mixin private AudioWork work = new AudioWork();

  @Mixin private SilenceOptions silence = new SilenceOptions();

  @Option(names = "--speech", description = "Keep speech, whatever else is not silent.")
  private boolean speech;

  @Override
  public Integer call() {
    SilenceTrimmer trimmer = silence.trimmer();
    return work.run("splitting", false, (file, listener) -> split(file, trimmer));
  }

  private void split(Path file, SilenceTrimmer trimmer) throws IOException {
    Waveform waveform = Audio.read(file);
    double rate = waveform.sampleRate();
    List<Segment> segments =
        speech
            ? VoiceActivity.DEFAULT.find(waveform)
            : trimmer.split(waveform).stream()
                .map(range -> new Segment(range.start() / rate, range.end() / rate))
                .toList();
    if (segments.isEmpty()) {
      throw new IOException(file + ": no speech found");
    }
    int number = 0;
    for (Segment segment : segments) {
      number++;
      if (work.hasOut()) {
        String ending = String.format(Locale.ROOT, "-%03d.wav", number);
        try (Results.Pending result = work.result(file, ending)) {
          long start = Math.round(segment.start() * rate);
          long end = Math.round(segment.end() * rate);
          Conversion.PLAIN.write(file, start, end, result.file(), HearingListener.NONE);
          result.keep();
        }
      }
      work.printer()
          .printf(
              Locale.ROOT,
              "%s  %d  %.2f s to %.2f s%n",
              file,
              number,
              segment.start(),
              segment.end());
    }
    work.plot(file, waveform, segments, "parts");
  }
}
