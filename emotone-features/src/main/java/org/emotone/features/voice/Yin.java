package org.emotone.features.voice;

import org.emotone.audio.Waveform;
import org.emotone.features.check.Bounds;
import org.emotone.features.check.Finite;

/**
 * YIN (de Cheveigné and Kawahara, "YIN, a fundamental frequency estimator for speech and music",
 * JASA 2002), as librosa 0.11's {@code yin} defines it.
 *
 * <p>A frame is voiced here if its difference function dips below the threshold; librosa says
 * nothing of voicing. The voicing is one minus the function at the chosen period, held to 0 … 1. A
 * clip of any length from one sample on has at least one frame.
 *
 * @param frames how the clip is cut and which pitches are looked for
 * @param threshold how low the difference function must dip, 0.001 to 1
 */
public record Yin(YinFrames frames, double threshold) implements PitchTracker {

  /** For speech: {@link YinFrames#SPEECH} and a threshold of 0.1. */
  public static final Yin SPEECH = new Yin(YinFrames.SPEECH, 0.1);

  /** Checks the threshold. */
  public Yin {
    Bounds.check("threshold", threshold, 0.001, 1);
  }

  @Override
  public PitchTrack track(Waveform waveform) {
    Finite.check(waveform.samples());
    int rate = waveform.sampleRate();
    frames.checkRate(rate);
    float[] padded = frames.padded(waveform);
    int frame = frames.frame(rate);
    int hop = frames.hop(rate);
    int count = 1 + (padded.length - frame) / hop;
    DifferenceFunction difference =
        new DifferenceFunction(frame, frames.minPeriod(rate), frames.maxPeriod(rate));
    float[] hz = new float[count];
    float[] voicing = new float[count];
    boolean[] voiced = new boolean[count];
    for (int i = 0; i < count; i++) {
      difference.analyse(padded, i * hop);
      int trough = firstTrough(difference);
      voiced[i] = trough >= 0;
      int chosen = voiced[i] ? trough : difference.lowest();
      hz[i] = (float) (rate / difference.period(chosen));
      double depth = voiced[i] ? 1 - difference.value(chosen) : 0;
      voicing[i] = (float) Math.max(0, Math.min(1, depth));
    }
    return new PitchTrack(hz, voicing, voiced, (double) hop / rate);
  }

  /** The shortest period below the threshold, or −1. */
  private int firstTrough(DifferenceFunction difference) {
    for (int i = 0; i < difference.size(); i++) {
      if (difference.value(i) < threshold && difference.isTrough(i)) {
        return i;
      }
    }
    return -1;
  }
}
