package org.emotone.audio.signal;

import java.util.Arrays;
import org.emotone.audio.Waveform;

/**
 * Cuts silence off both ends, exactly as {@code librosa.effects.trim} of librosa 0.11 does: a frame
 * is silent if its RMS is {@code topDb} or more below that of the loudest frame.
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
   * A part of a waveform.
   *
   * @param start first sample
   * @param end one past the last sample
   */
  public record Range(int start, int end) {

    /** Checks the order. */
    public Range {
      if (start < 0 || end < start) {
        throw new IllegalArgumentException(
            "start and end must be 0 ≤ start ≤ end, were %d and %d".formatted(start, end));
      }
    }

    /** Number of samples. */
    public int length() {
      return end - start;
    }
  }

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

  /** Finds the part between the silences. */
  public Range find(Waveform waveform) {
    int length = waveform.length();
    double[] powers = powers(waveform.samples());
    double loudest = Math.max(FLOOR_POWER, Arrays.stream(powers).max().orElse(0));
    int first = -1;
    int last = -1;
    for (int frame = 0; frame < powers.length; frame++) {
      double power = Math.max(FLOOR_POWER, powers[frame]);
      if (10 * Math.log10(power) - 10 * Math.log10(loudest) > -topDb) {
        first = first < 0 ? frame : first;
        last = frame;
      }
    }
    int start = (int) Math.min(length, (long) first * hopLength);
    return new Range(start, (int) Math.min(length, (last + 1L) * hopLength));
  }

  /** The waveform without silence at its ends; the same object if there is none. */
  public Waveform trim(Waveform waveform) {
    Range range = find(waveform);
    return range.length() == waveform.length()
        ? waveform
        : new Waveform(
            Arrays.copyOfRange(waveform.samples(), range.start(), range.end()),
            waveform.sampleRate());
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
