package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.SpeechScenes.Speakers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What reducing noise gains on real speech, in SI-SDR: 120 clips of the reported speakers. */
@Tag("corpora")
class NoiseReductionCorporaTest {
  private static final int CLIPS_PER_CORPUS = 30;

  @Test
  void steadyNoiseIsReduced() throws IOException {
    List<Waveform> clips = SpeechScenes.clips(Speakers.REPORTED, CLIPS_PER_CORPUS);
    List<String> table = new ArrayList<>();
    table.add("noise | SNR | spectral gate | Wiener filter");
    for (Map.Entry<String, Waveform> noise : noises().entrySet()) {
      for (int snrDb : new int[] {20, 10, 5, 0}) {
        double gate = gain(clips, noise.getValue(), snrDb, SpectralGate.DEFAULT);
        double wiener = gain(clips, noise.getValue(), snrDb, WienerFilter.DEFAULT);
        table.add(
            String.format(
                Locale.ROOT,
                "%s | %d dB | %+.1f dB | %+.1f dB",
                noise.getKey(),
                snrDb,
                gate,
                wiener));
        Figures.write("noise-reduction.txt", table);
        if (!noise.getKey().equals("babble") && snrDb <= 10) {
          assertThat(gate).as("gate, %s at %d dB", noise.getKey(), snrDb).isGreaterThan(2);
          assertThat(wiener).as("Wiener, %s at %d dB", noise.getKey(), snrDb).isGreaterThan(2);
        }
      }
    }
  }

  private static Map<String, Waveform> noises() throws IOException {
    int rate = SpeechScenes.RATE;
    Map<String, Waveform> noises = new LinkedHashMap<>();
    noises.put("white", Noise.white(60 * rate, rate, 11));
    noises.put("pink", Noise.pink(60 * rate, rate, 12));
    noises.put("babble", SpeechScenes.babble(Speakers.REPORTED, 13));
    return noises;
  }

  /** The mean gain over the clips in dB. */
  private static double gain(
      List<Waveform> clips, Waveform noise, double snrDb, NoiseReduction reduction) {
    double sum = 0;
    for (int i = 0; i < clips.size(); i++) {
      Waveform clip = clips.get(i);
      Waveform noisy = Mixture.of(clip, noise, snrDb, 100 + i).waveform();
      sum +=
          SignalToDistortion.db(clip, reduction.apply(noisy)) - SignalToDistortion.db(clip, noisy);
    }
    return sum / clips.size();
  }
}
