package org.emotone.features.voice;

import org.emotone.audio.Waveform;
import org.emotone.features.check.Bounds;
import org.emotone.features.spectral.Padding;

/**
 * How YIN cuts a clip into frames and which pitches it looks for; shared by {@link Yin} and {@link
 * Pyin}.
 *
 * @param minHz lowest pitch in Hz, 10 to 2000
 * @param maxHz highest pitch in Hz, above {@code minHz} and at most half the sample rate
 * @param frameSeconds length of a frame in seconds, 0.005 to 1; more than one period of the lowest
 *     pitch must fit, and only with two of them is it found reliably
 * @param hopSeconds time from one frame to the next in seconds, 0.0005 to 1
 * @param padding what surrounds the clip
 */
public record YinFrames(
    double minHz, double maxHz, double frameSeconds, double hopSeconds, Padding padding) {

  /** For speech: 60 to 600 Hz, 64 ms every 10 ms, zeros around the clip. */
  public static final YinFrames SPEECH = new YinFrames(60, 600, 0.064, 0.010, Padding.ZERO);

  /** Checks everything that does not depend on the sample rate. */
  public YinFrames {
    Bounds.check("minHz", minHz, 10, 2000);
    Bounds.check("maxHz", maxHz, 20, 20_000);
    Bounds.check("frameSeconds", frameSeconds, 0.005, 1);
    Bounds.check("hopSeconds", hopSeconds, 0.0005, 1);
    if (minHz >= maxHz) {
      throw new IllegalArgumentException(
          "minHz must be below maxHz (" + maxHz + " Hz), was " + minHz + " Hz");
    }
  }

  /**
   * Checks that the parameters make sense at a sample rate.
   *
   * @throws IllegalArgumentException naming the parameter and what is allowed
   */
  public void checkRate(int sampleRate) {
    if (maxHz > sampleRate / 2.0) {
      throw new IllegalArgumentException(
          "maxHz must be at most half the sample rate (%s Hz), was %s Hz"
              .formatted(sampleRate / 2.0, maxHz));
    }
    int frame = frame(sampleRate);
    if (sampleRate / minHz >= frame - 1) {
      throw new IllegalArgumentException(
          "minHz must be above %.1f Hz for frames of %d samples at %d Hz, was %s Hz"
              .formatted((double) sampleRate / (frame - 1), frame, sampleRate, minHz));
    }
    if (hop(sampleRate) < 1) {
      throw new IllegalArgumentException(
          "hopSeconds must be at least one sample of %d Hz, was %s s"
              .formatted(sampleRate, hopSeconds));
    }
  }

  /** The samples from which the frames of a clip are cut. */
  float[] padded(Waveform waveform) {
    return padding.pad(waveform.samples(), frame(waveform.sampleRate()));
  }

  /** Length of a frame in samples. */
  int frame(int sampleRate) {
    return (int) Math.round(frameSeconds * sampleRate);
  }

  /** Time from frame to frame in samples. */
  int hop(int sampleRate) {
    return (int) Math.round(hopSeconds * sampleRate);
  }

  /** The shortest period looked for, in samples. */
  int minPeriod(int sampleRate) {
    return (int) Math.floor(sampleRate / maxHz);
  }

  /** The longest period looked for, in samples. */
  int maxPeriod(int sampleRate) {
    return Math.min((int) Math.ceil(sampleRate / minHz), frame(sampleRate) - 1);
  }
}
