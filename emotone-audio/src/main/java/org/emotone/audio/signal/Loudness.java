package org.emotone.audio.signal;

import java.util.Arrays;
import org.emotone.audio.Waveform;

/**
 * Integrated loudness in LUFS, as EBU R 128 (2020) prescribes: ITU-R BS.1770-4 with its K
 * weighting, blocks of 400 ms every 100 ms, an absolute gate at −70 LUFS and a relative one 10 LU
 * below.
 *
 * <p>Takes audio block by block; a block of 400 ms leaves 8 bytes behind. The filters are those of
 * BS.1770 for 48 kHz, brought to other rates by the bilinear transform of their analogue prototypes
 * (De Man, 2014). Channels weigh 1; of five or six, those behind weigh 1.41 and the fourth of six,
 * the low-frequency effects, 0. Not safe for use by several threads at once.
 */
public final class Loudness {
  private static final double ABSOLUTE_GATE = -70;
  private static final double RELATIVE_GATE = -10;
  private static final double OFFSET = -0.691;
  private static final int STEPS_PER_BLOCK = 4;

  private final int channels;
  private final int stepFrames;
  private final double[] shelf;
  private final double[] highPass;
  private final double[][] state;
  private final double[] recent = new double[STEPS_PER_BLOCK];
  private double[] blocks = new double[64];
  private int blockCount;
  private double stepEnergy;
  private int stepFilled;
  private long steps;

  /**
   * Begins to measure.
   *
   * @param sampleRate in Hz, positive
   * @param channels 1 or more
   */
  public Loudness(int sampleRate, int channels) {
    this.channels = channels;
    stepFrames = Math.max(1, (int) Math.round(sampleRate / 10.0));
    shelf = shelf(sampleRate);
    highPass = highPass(sampleRate);
    state = new double[channels][4];
  }

  /** The integrated loudness of a whole waveform in LUFS, −∞ if all of it is below the gate. */
  public static double of(Waveform waveform) {
    Loudness loudness = new Loudness(waveform.sampleRate(), 1);
    loudness.add(waveform.samples(), waveform.length());
    return loudness.integrated();
  }

  /** Takes the next frames, the channels of each side by side. */
  public void add(float[] interleaved, int frames) {
    for (int frame = 0; frame < frames; frame++) {
      for (int channel = 0; channel < channels; channel++) {
        double weighted = filter(interleaved[frame * channels + channel], state[channel]);
        stepEnergy += weight(channel) * weighted * weighted;
      }
      if (++stepFilled == stepFrames) {
        endStep();
      }
    }
  }

  private void endStep() {
    recent[(int) (steps++ % STEPS_PER_BLOCK)] = stepEnergy / stepFrames;
    stepEnergy = 0;
    stepFilled = 0;
    if (steps >= STEPS_PER_BLOCK) {
      if (blockCount == blocks.length) {
        blocks = Arrays.copyOf(blocks, 2 * blockCount);
      }
      blocks[blockCount++] = Arrays.stream(recent).sum() / STEPS_PER_BLOCK;
    }
  }

  /**
   * The integrated loudness of what was taken so far, in LUFS: −∞ if it is shorter than 400 ms or
   * all of it is below the gate.
   */
  public double integrated() {
    double ungated = gatedMean(ABSOLUTE_GATE);
    return level(gatedMean(Math.max(ABSOLUTE_GATE, level(ungated) + RELATIVE_GATE)));
  }

  private double gatedMean(double gate) {
    return Arrays.stream(blocks, 0, blockCount)
        .filter(energy -> level(energy) > gate)
        .average()
        .orElse(0);
  }

  private static double level(double energy) {
    return OFFSET + 10 * Math.log10(energy);
  }

  private double weight(int channel) {
    if (channels == 6 && channel == 3) {
      return 0;
    }
    return (channels == 5 && channel >= 3) || (channels == 6 && channel >= 4) ? 1.41 : 1;
  }

  /** Both filters, each in transposed direct form II. */
  private double filter(double x, double[] z) {
    double y = shelf[0] * x + z[0];
    z[0] = shelf[1] * x - shelf[3] * y + z[1];
    z[1] = shelf[2] * x - shelf[4] * y;
    double w = y + z[2];
    z[2] = -2 * y - highPass[0] * w + z[3];
    z[3] = y - highPass[1] * w;
    return w;
  }

  /** The first filter, the effect of the head: b0, b1, b2, a1, a2. */
  private static double[] shelf(int sampleRate) {
    double k = Math.tan(Math.PI * 1681.974450955533 / sampleRate);
    double q = 0.7071752369554196;
    double high = Math.pow(10, 3.999843853973347 / 20);
    double band = Math.pow(high, 0.4996667741545416);
    double a0 = 1 + k / q + k * k;
    return new double[] {
      (high + band * k / q + k * k) / a0,
      2 * (k * k - high) / a0,
      (high - band * k / q + k * k) / a0,
      2 * (k * k - 1) / a0,
      (1 - k / q + k * k) / a0
    };
  }

  /** The second filter: a1 and a2; its numerator is 1, −2, 1. */
  private static double[] highPass(int sampleRate) {
    double k = Math.tan(Math.PI * 38.13547087602444 / sampleRate);
    double q = 0.5003270373238773;
    double a0 = 1 + k / q + k * k;
    return new double[] {2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0};
  }
}
