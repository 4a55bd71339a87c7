package org.emotone.audio.signal;

import java.util.ArrayList;
import java.util.List;
import org.emotone.audio.Waveform;

/**
 * Where somebody speaks. {@link VoiceDetector} finds the same block by block.
 *
 * @param threshold probability from which a frame of 10 ms is taken for speech, above 0 to below 1
 * @param shortestSpeech what is shorter is no speech, in seconds
 * @param longestPause pauses up to this length belong to the speech around them, in seconds
 * @param margin added before and after each segment, in seconds
 */
public record VoiceActivity(
    double threshold, double shortestSpeech, double longestPause, double margin) {

  /** A threshold of 0.5, speech of 100 ms or more, pauses over 200 ms, margins of 30 ms. */
  public static final VoiceActivity DEFAULT = new VoiceActivity(0.5, 0.1, 0.2, 0.03);

  /** Checks the ranges. */
  public VoiceActivity {
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException("threshold must be between 0 and 1, was " + threshold);
    }
    check("shortestSpeech", shortestSpeech);
    check("longestPause", longestPause);
    check("margin", margin);
  }

  private static void check(String name, double seconds) {
    if (!(seconds >= 0 && seconds <= 60)) {
      throw new IllegalArgumentException(name + " must be from 0 to 60 s, was " + seconds + " s");
    }
  }

  /** The stretches of speech of a waveform, in their order; they neither touch nor overlap. */
  public List<Segment> find(Waveform waveform) {
    VoiceDetector detector = new VoiceDetector(waveform.sampleRate(), this);
    List<Segment> segments = new ArrayList<>(detector.next(waveform.samples()));
    segments.addAll(detector.end());
    return List.copyOf(segments);
  }
}
