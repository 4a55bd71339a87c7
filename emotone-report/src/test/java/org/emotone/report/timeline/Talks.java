package org.emotone.report.timeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioStream;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.emotone.timeline.TimelineSettings;
import org.emotone.timeline.TimelineWindow;

/** Ten seconds in which somebody is angry from 1 to 4 s, and sad or so from 5 to 9 s. */
final class Talks {

  static final int RATE = 8000;
  private static final List<String> CLASSES = List.of("angry", "sad", "<shy>");

  private Talks() {}

  /** Two tones where somebody speaks. */
  static Waveform sound() {
    float[] samples = new float[10 * RATE];
    for (int i = 0; i < samples.length; i++) {
      double time = (double) i / RATE;
      boolean spoken = (time >= 1 && time < 4) || (time >= 5 && time < 9);
      samples[i] = spoken ? (float) (0.3 * Math.sin(2 * Math.PI * 440 * time)) : 0;
    }
    return new Waveform(samples, RATE);
  }

  static Timeline timeline() {
    List<EmotionSegment> segments =
        List.of(
            segment(1, 4, "angry", true, List.of(0.8, 0.1, 0.1), "speaker 1"),
            segment(5, 9, "sad", false, List.of(0.3, 0.4, 0.3), "speaker 2"));
    List<TimelineWindow> windows = new ArrayList<>();
    for (EmotionSegment segment : segments) {
      double start = segment.span().start();
      for (int i = 0; start + i < segment.span().end(); i++) {
        windows.add(
            new TimelineWindow(new Segment(start + i, start + i + 1), 1, segment.probabilities()));
      }
    }
    return timeline(10, segments, windows);
  }

  static Timeline silence() {
    return timeline(10, List.of(), List.of());
  }

  private static Timeline timeline(
      double seconds, List<EmotionSegment> segments, List<TimelineWindow> windows) {
    return new Timeline(
        CLASSES,
        seconds,
        TimelineSettings.DEFAULT,
        segments.stream().map(EmotionSegment::span).toList(),
        windows,
        segments,
        Quality.of(sound()),
        List.of("a <warning>"),
        "tiny@0123456789ab");
  }

  private static EmotionSegment segment(
      double start,
      double end,
      String label,
      boolean certain,
      List<Double> probabilities,
      String speaker) {
    double confidence = probabilities.get(CLASSES.indexOf(label));
    return new EmotionSegment(
        new Segment(start, end), label, confidence, certain, probabilities, speaker);
  }

  static Path file(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    WavWriter.write(file, sound());
    return file;
  }

  static Envelope envelope(Path file) throws IOException {
    try (AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      return Envelope.of(stream);
    }
  }
}
