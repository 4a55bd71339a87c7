package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.givimad.libfvadjni.VoiceActivityDetector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.SpeechScenes.Scene;
import org.emotone.audio.signal.SpeechScenes.Speakers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Voice activity on speakers whom its weights were not fitted on, beside WebRTC's (libfvad-jni
 * 1.0.0-1), frame by frame.
 */
@Tag("corpora")
class VoiceActivityCorporaTest {
  private static final int CLIPS_PER_CORPUS = 30;

  /** Shares of the frames with speech that were missed, and of those without that were taken. */
  private record Errors(double missed, double falseAlarms) {
    double mean() {
      return (missed + falseAlarms) / 2;
    }
  }

  /** Counts frames: [speech or not][taken for speech or not]. */
  private static final class Counts {
    private final long[][] frames = new long[2][2];

    void add(boolean[] truth, boolean[] found) {
      for (int i = 0; i < truth.length; i++) {
        frames[truth[i] ? 1 : 0][found[i] ? 1 : 0]++;
      }
    }

    Errors errors() {
      return new Errors(
          (double) frames[1][0] / (frames[1][0] + frames[1][1]),
          (double) frames[0][1] / (frames[0][0] + frames[0][1]));
    }
  }

  /**
   * In each of these, sound that breaks off at the end sounded like speech that begins behind it.
   */
  @ParameterizedTest
  @ValueSource(strings = {"1004_IEO_SAD_MD", "1004_ITH_DIS_XX", "1006_TSI_SAD_XX"})
  void noSpeechBeginsBehindTheEnd(String clip) throws IOException {
    Path file = SpeechScenes.corpora().resolve("cremad/AudioWAV/" + clip + ".opus");
    Waveform sound = Audio.read(file);
    assertThat(VoiceActivity.DEFAULT.find(sound))
        .isNotEmpty()
        .allMatch(stretch -> stretch.start() < stretch.end())
        .allMatch(stretch -> stretch.end() <= sound.duration());
  }

  @Test
  void fewerFramesAreWrongThanWithWebRtc() throws IOException {
    List<String> table = new ArrayList<>();
    table.add("condition | detector | speech missed | taken for speech | mean");
    Map<String, List<Scene>> conditions = conditions();
    for (Map.Entry<String, List<Scene>> condition : conditions.entrySet()) {
      Errors ours = ours(condition.getValue());
      table.add(row(condition.getKey(), "emotone", ours));
      double best = 1;
      for (VoiceActivityDetector.Mode mode : VoiceActivityDetector.Mode.values()) {
        Errors theirs = webRtc(condition.getValue(), mode);
        table.add(row(condition.getKey(), "WebRTC " + mode, theirs));
        best = Math.min(best, theirs.mean());
      }
      Figures.write("voice-activity.txt", table);
      assertThat(ours.mean()).as(condition.getKey()).isLessThan(best);
    }
  }

  private static String row(String condition, String detector, Errors errors) {
    return String.format(
        Locale.ROOT,
        "%s | %s | %.1f %% | %.1f %% | %.1f %%",
        condition,
        detector,
        100 * errors.missed(),
        100 * errors.falseAlarms(),
        100 * errors.mean());
  }

  private static Map<String, List<Scene>> conditions() throws IOException {
    List<Waveform> clips = SpeechScenes.clips(Speakers.REPORTED, CLIPS_PER_CORPUS);
    int rate = SpeechScenes.RATE;
    Map<String, Waveform> noises = new LinkedHashMap<>();
    noises.put("white", Noise.white(60 * rate, rate, 101));
    noises.put("pink", Noise.pink(60 * rate, rate, 102));
    noises.put("babble", SpeechScenes.babble(Speakers.REPORTED, 103));
    Map<String, List<Scene>> conditions = new LinkedHashMap<>();
    conditions.put("own padding", clips.stream().map(SpeechScenes::alone).toList());
    noises.forEach(
        (name, noise) -> {
          for (int snrDb : new int[] {20, 10, 0}) {
            List<Scene> scenes = new ArrayList<>();
            for (int i = 0; i < clips.size(); i++) {
              scenes.add(SpeechScenes.inNoise(clips.get(i), noise, snrDb, 1000 + i));
            }
            conditions.put(name + " " + snrDb + " dB", scenes);
          }
        });
    return conditions;
  }

  private static Errors ours(List<Scene> scenes) {
    Counts counts = new Counts();
    for (Scene scene : scenes) {
      boolean[] found = new boolean[scene.speech().length];
      for (Segment segment : VoiceActivity.DEFAULT.find(scene.waveform())) {
        int from = (int) Math.round(segment.start() * 100);
        int to = (int) Math.min(found.length, Math.round(segment.end() * 100));
        for (int frame = from; frame < to; frame++) {
          found[frame] = true;
        }
      }
      counts.add(scene.speech(), found);
    }
    return counts.errors();
  }

  private static Errors webRtc(List<Scene> scenes, VoiceActivityDetector.Mode mode)
      throws IOException {
    VoiceActivityDetector.loadLibrary();
    Counts counts = new Counts();
    for (Scene scene : scenes) {
      try (VoiceActivityDetector detector = VoiceActivityDetector.newInstance()) {
        detector.setMode(mode);
        detector.setSampleRate(VoiceActivityDetector.SampleRate.fromValue(SpeechScenes.RATE));
        boolean[] found = new boolean[scene.speech().length];
        short[] frame = new short[SpeechScenes.HOP];
        for (int i = 0; i < found.length; i++) {
          for (int j = 0; j < frame.length; j++) {
            float sample = scene.waveform().samples()[i * frame.length + j];
            frame[j] = (short) Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768)));
          }
          found[i] = detector.process(frame, frame.length);
        }
        counts.add(scene.speech(), found);
      }
    }
    return counts.errors();
  }
}
