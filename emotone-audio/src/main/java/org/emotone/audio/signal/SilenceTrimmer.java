package org.emotone.audio.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotone.audio.Waveform;

/**
 * Cuts silence off both ends, or out of the middle too, exactly as {@code librosa.effects.trim} and
 * {@code split} of librosa 0.11 do: a frame is silent if its RMS is {@code topDb} or more below
 * that of the loudest frame.
 *
 * <p>Frames are centred on multiples of the hop, with zeros beyond both ends; the level has a floor
 * of −100 dB (amplitude 1e-5). A waveform that is silent throughout is kept whole.
 */
public final class SilenceTrimmer {
  private static final double FLOOR_POWER = 1e-10;

  private final double topDb;
  private final int frameLength;
  private final int hopLength;

  /**
   * Makes a trimmer.
   *
   * @param topDb how far below the loudest frame silence begins, in dB, positive
   * @param frameLength samples of a frame, at least 2 (librosa: 2048)
   * @param hopLength samples from frame to frame, positive (librosa: 512)
   */
  public SilenceTrimmer(double topDb, int frameLength, int hopLength) {
    if (!(topDb > 0) || Double.isInfinite(topDb)) {
      throw new IllegalArgumentException("topDb must be positive, was " + topDb + " dB");
    }
    if (frameLength < 2) {
      throw new IllegalArgumentException("frameLength must be at least 2, was " + frameLength);
    }
    if (hopLength < 1) {
      throw new IllegalArgumentException("hopLength must be at least 1, was " + hopLength);
    }
    this.topDb = topDb;
    this.frameLength = frameLength;
    this.hopLength = hopLength;
  }

  /** Finds the part between the silences at both ends. */
  public Range find(Waveform waveform) {
    boolean[] sounds = sounds(waveform);
    int first = 0;
    int last = sounds.length - 1;
    while (!sounds[first]) {
      first++;
    }
    while (!sounds[last]) {
      last--;
    }
    return range(first, last + 1, waveform.length());
  }

  /** Finds the parts between all silences, in their order; they neither touch nor overlap. */
  public List<Range> split(Waveform waveform) {
    boolean[] sounds = sounds(waveform);
    List<Range> parts = new ArrayList<>();
    int first = -1;
    for (int frame = 0; frame <= sounds.length; frame++) {
      boolean sound = frame < sounds.length && sounds[frame];
      if (sound && first < 0) {
        first = frame;
      } else if (!sound && first >= 0) {
        parts.add(range(first, frame, waveform.length()));
        first = -1;
      }
    }
    return List.copyOf(parts);
  }

  /** Which frames are not silent; at least one is. */
  private boolean[] sounds(Waveform waveform) {
    double[] powers = powers(waveform.samples());
    double loudest = Math.max(FLOOR_POWER, Arrays.stream(powers).max().orElse(0));
    boolean[] sounds = new boolean[powers.length];
    for (int frame = 0; frame < powers.length; frame++) {
      double power = Math.max(FLOOR_POWER, powers[frame]);
      sounds[frame] = 10 * Math.log10(power) - 10 * Math.log10(loudest) > -topDb;
    }
    return sounds;
  }

  private Range range(int firstFrame, int endFrame, int length) {
    int start = (int) Math.min(length, (long) firstFrame * hopLength);
    return new Range(start, (int) Math.min(length, (long) endFrame * hopLength));
  }

  /** The waveform without silence at its ends; the same object if there is none. */
  public Waveform trim(Waveform waveform) {
    Range range = find(waveform);
    return range.length() == waveform.length() ? waveform : range.of(waveform);
  }

  /** Mean square of each frame. */
  private double[] powers(float[] samples) {
    int half = frameLength / 2;
    long padded = samples.length + 2L * half;
    int frames = padded < frameLength ? 1 : (int) ((padded - frameLength) / hopLength) + 1;
    double[] powers = new double[frames];
    for (int frame = 0; frame < frames; frame++) {
      long begin = (long) frame * hopLength - half;
      int from = (int) Math.max(0, begin);
      int to = (int) Math.min(samples.length, begin + frameLength);
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += (double) samples[i] * samples[i];
      }
      powers[frame] = sum / frameLength;
    }
    return powers;
  }
}
